"""What can go wrong in reading."""


class ReadingError(Exception):
    """A text or configuration could not be read."""


class TrainingImpossible(ReadingError):
    """The examples given do not suffice to train a categorizer."""


class BaseModelMissing(ReadingError):
    """The configuration names a spaCy model that is not installed."""


class GoldInvalid(ReadingError):
    """A gold file has a line that does not follow the gold format."""


class RunInvalid(ReadingError):
    """A file is no saved measurement, or not one that can be compared with."""
