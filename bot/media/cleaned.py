"""What is left of a file."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Cleaned:
    """A file without what is not its content; `media_type` says what it is."""

    content: bytes = field(repr=False)
    media_type: str
