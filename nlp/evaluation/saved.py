"""Measurements kept in a file: what was read of each message, never a text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nlp.errors import RunInvalid
from nlp.evaluation.gold import GoldMessage, gold_hash
from nlp.evaluation.read import Read, from_json

_FORMAT = 1
_FORMAT_KEY = "brabot_evaluation"


@dataclass(frozen=True, kw_only=True)
class Run:
    """One measurement: when, with which configuration, on which gold, and what was read.

    `reads` stand in the order of the gold.
    """

    measured_at: datetime
    config_hash: str
    gold_hash: str
    reads: tuple[Read, ...]


def packed(run: Run, gold: Sequence[GoldMessage], figures: dict[str, float | None]) -> str:
    """A run as the text of a JSON file, a reading a line.

    `figures` are for those who look into it; they are not read back.
    """
    head = {
        _FORMAT_KEY: _FORMAT,
        "date": run.measured_at.isoformat(timespec="seconds"),
        "config": run.config_hash,
        "gold": run.gold_hash,
        "messages": len(run.reads),
        "figures": figures,
    }
    readings = (
        json.dumps({"id": message.id, **read.as_json()}, ensure_ascii=False)
        for message, read in zip(gold, run.reads, strict=True)
    )
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n  ".join(readings)
    return f'{opening},\n "readings": [\n  {lines}\n ]\n}}\n'


def unpacked(text: str) -> Run:
    """The run that `packed` made a text of.

    Raises:
        RunInvalid: the text is none, or was made by a newer version.
    """
    try:
        data: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _no_run() from error
    if not isinstance(data, dict) or not isinstance(data.get(_FORMAT_KEY), int):
        raise _no_run()
    if data[_FORMAT_KEY] > _FORMAT:
        raise RunInvalid(
            f"är sparad av en nyare Bråbot (format {data[_FORMAT_KEY]}, den här kan {_FORMAT}). "
            "Uppdatera Bråbot, eller mät om och spara på nytt."
        )
    try:
        return Run(
            measured_at=datetime.fromisoformat(data["date"]),
            config_hash=str(data["config"]),
            gold_hash=str(data["gold"]),
            reads=tuple(from_json(read) for read in data["readings"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RunInvalid("är en skadad mätning. Mät om och spara på nytt.") from error


def check_same_gold(run: Run, gold: Sequence[GoldMessage]) -> None:
    """Make sure that a run measured these gold messages.

    Raises:
        RunInvalid: it measured others.
    """
    if run.gold_hash != gold_hash(gold) or len(run.reads) != len(gold):
        raise RunInvalid(
            "är en mätning på ett annat facit, eller så har facit ändrats sedan dess. "
            "Jämför med en mätning på samma facit."
        )


def _no_run() -> RunInvalid:
    return RunInvalid(
        "är ingen sparad mätning. En sådan görs med brabot evaluate FACIT --save FIL."
    )
