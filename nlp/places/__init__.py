"""Which places of the gazetteer a text means, and where it happens."""
