"""How well texts are read, measured on a gold file."""
