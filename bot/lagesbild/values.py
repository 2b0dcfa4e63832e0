"""What a lägesbild says, as plain values in order; every form only lays it out."""

from dataclasses import dataclass

from bot.digest.illustrations import Illustration
from bot.digest.tables import Table


@dataclass(frozen=True, kw_only=True)
class Block:
    """A part of a section, with a heading of its own or none (`""`).

    It has sentences (a list if `listed`, else a paragraph), or a table, or pictures that stand
    side by side where there is room, or quotes.
    """

    heading: str = ""
    sentences: tuple[str, ...] = ()
    listed: bool = False
    table: Table | None = None
    pictures: tuple[Illustration, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to be seen."""
        rows = self.table is not None and self.table.rows
        return not (self.sentences or rows or self.pictures or self.quotes)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A chapter with its heading."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class Lagesbild:
    """All of it: who made it for whom, the summary, the chapters."""

    language: str
    title: str
    period: str
    made_for: str
    made_when: str
    notices: tuple[str, ...]
    summary_heading: str
    summary: tuple[str, ...]
    contents_heading: str
    sections: tuple[Section, ...]
    footer: str

    @property
    def pictures(self) -> tuple[Illustration, ...]:
        """All pictures, in their order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(picture for block in blocks for picture in block.pictures)
