"""A trained spaCy component that sorts texts: what kind, which themes, how urgent."""
