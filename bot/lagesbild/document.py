"""A lägesbild as a PDF to print, set by Typst."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from bot.digest.typesetting import typeset
from bot.lagesbild.values import Block, Lagesbild


def pdf_document(lagesbild: Lagesbild, drawn: Sequence[bytes]) -> bytes:
    """The PDF's content; `drawn` are the pictures in their order, as SVG.

    The words go in as data, so that none of them is taken for markup.
    """
    inputs = {"lagesbild": _as_data(lagesbild), "pictures": [one.decode() for one in drawn]}
    return typeset(
        (files("bot.lagesbild") / "document.typ").read_bytes(),
        {name: json.dumps(one, ensure_ascii=False) for name, one in inputs.items()},
    )


def _as_data(lagesbild: Lagesbild) -> dict[str, Any]:
    plain = {
        name: getattr(lagesbild, name)
        for name in Lagesbild.__dataclass_fields__
        if name != "sections"
    }
    numbers = {id(picture): number for number, picture in enumerate(lagesbild.pictures)}
    chapters = [
        {"heading": section.heading, "blocks": [_block(one, numbers) for one in section.blocks]}
        for section in lagesbild.sections
    ]
    return {**plain, "sections": chapters}


def _block(block: Block, numbers: Mapping[int, int]) -> dict[str, Any]:
    return {
        "heading": block.heading,
        "sentences": block.sentences,
        "listed": block.listed,
        "table": None if block.table is None else asdict(block.table),
        "pictures": [
            {"number": numbers[id(one)], "name": one.name, "alt": one.alt} for one in block.pictures
        ],
        "quotes": block.quotes,
    }
