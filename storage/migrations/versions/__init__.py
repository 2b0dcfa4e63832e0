"""One module a revision, the first is `initial`."""
