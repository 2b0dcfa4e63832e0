"""Reading examples/<theme>.txt: one message a line, further themes after ` + `, `#` comments."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.config.files import read_text
from bot.config.spelling import nearest
from bot.config.values import ID_PATTERN
from bot.errors import ConfigError
from nlp.examples import split_example

FOLDER = "examples"
MINIMUM = 10
"""So few sentences a theme must have at least to be told from the others."""


def read_examples(
    directory: Path,
    theme_ids: list[str],
    faults: list[ConfigError],
    *,
    retired: Sequence[str] = (),
) -> dict[str, tuple[str, ...]]:
    """Every theme's sentences in file order, each once; an empty tuple where there are none.

    A theme without enough of them and a file without a theme are noted; what is no id has
    no file. The file of a `retired` theme may stay, and is not read.
    """
    folder = directory / FOLDER
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in theme_ids and path.stem not in retired:
            faults.append(
                ConfigError(
                    file=f"{FOLDER}/{path.name}",
                    key=path.stem,
                    found=path.stem,
                    problem=f'det finns inget tema "{path.stem}" i themes.toml.',
                    nearest=nearest(path.stem, theme_ids),
                    remedy="Döp om filen efter ett tema, eller ta bort den.",
                )
            )
    return {
        theme_id: _sentences(folder, theme_id, theme_ids, faults)
        for theme_id in theme_ids
        if ID_PATTERN.fullmatch(theme_id)
    }


def _sentences(
    folder: Path, theme_id: str, theme_ids: list[str], faults: list[ConfigError]
) -> tuple[str, ...]:
    path = folder / f"{theme_id}.txt"
    name = f"{FOLDER}/{path.name}"
    found: list[ConfigError] = []
    text = read_text(path, found)
    faults.extend(
        ConfigError(file=name, key=theme_id, problem=f.problem, remedy=_wanted(theme_id))
        for f in found
    )
    lines = [line.strip() for line in (text or "").splitlines()]
    faults.extend(_unknown(name, lines, theme_id, theme_ids))
    sentences = tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))
    if text is not None and len(sentences) < MINIMUM:
        faults.append(
            ConfigError(
                file=name,
                line=max(1, len(lines)),
                key=theme_id,
                found=str(len(sentences)),
                problem=f"{len(sentences)} olika exempel räcker inte.",
                remedy=_wanted(theme_id),
            )
        )
    return sentences


def _unknown(
    name: str, lines: Sequence[str], theme_id: str, theme_ids: list[str]
) -> Iterator[ConfigError]:
    """The further themes of lines that are none, or the one that they stand under anyway.

    Each is told once, with all its lines: a theme that was renamed stands on many.
    """
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines, start=1):
        for also in () if line.startswith("#") else split_example(line)[1]:
            if also == theme_id or also not in theme_ids:
                places.setdefault(also, []).append(number)
    for also, (first, *others) in places.items():
        further = f" Så står det också på rad {', '.join(map(str, others))}." if others else ""
        yield ConfigError(
            file=name,
            line=first,
            key=theme_id,
            found=also,
            problem=f'" + {also}" efter en mening ska vara ett annat tema i themes.toml.{further}',
            nearest=nearest(also, [theme for theme in theme_ids if theme != theme_id]),
            remedy="Skriv temats id, eller ta bort tillägget. Ett tema byter label, aldrig id.",
        )


def _wanted(theme_id: str) -> str:
    return (
        f'Temat "{theme_id}" behöver minst {MINIMUM} exempelmeningar i en UTF-8-fil, en på varje '
        "rad, så som invånare skriver."
    )
