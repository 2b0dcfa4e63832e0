"""What a change of the configuration does: seen before it counts, and brought to the archive."""
