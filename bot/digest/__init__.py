"""The picture of a focus area and week: computed, rendered in several forms, delivered."""
