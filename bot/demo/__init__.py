"""Four weeks of invented messages, played through the real bot."""
