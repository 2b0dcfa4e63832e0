"""Reading places.csv, the gazetteer."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.config.files import read_text
from bot.config.spelling import nearest
from bot.errors import ConfigError
from nlp.config import Place

COLUMNS = ("name", "kind", "area", "lat", "lon", "aliases", "source")
AREA_KINDS = ("area", "locality")
KINDS = (
    *AREA_KINDS,
    *("street", "square", "park", "school", "venue", "station", "stop", "water", "shopping"),
    "other",
)
HEADER = f"Den första raden ska vara {';'.join(COLUMNS)}."
AREA_IS = "Ett område är en rad av sorten area eller locality där name och area är lika."
LIMITS = {"lat": 90.0, "lon": 180.0}

Row = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class PlacesFile:
    """The places that are right, each with its line, and the names of all areas."""

    name: str
    rows: Sequence[tuple[int, Place]]
    areas: frozenset[str]


def read_places(path: Path, faults: list[ConfigError]) -> PlacesFile | None:
    """The gazetteer, or None after a fault of the whole file has been noted.

    A row with a fault is noted and left out.
    """
    text = read_text(path, faults)
    if text is None:
        return None
    reader = csv.reader(text.splitlines(), delimiter=";", strict=True)
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error:
        problem, remedy = "ett citattecken är inte avslutat.", "Ta bort eller avsluta det."
        faults.append(
            ConfigError(file=path.name, line=reader.line_num, problem=problem, remedy=remedy)
        )
        return None
    wrong_header = list(_header_faults(path.name, lines[0][1] if lines else []))
    if wrong_header:
        faults += wrong_header
        return None
    full = [(line, cells) for line, cells in lines[1:] if any(cells)]
    faults += [_miscounted(path.name, *each) for each in full if len(each[1]) != len(COLUMNS)]
    rows = {n: dict(zip(COLUMNS, c, strict=True)) for n, c in full if len(c) == len(COLUMNS)}
    areas = frozenset(row["name"] for row in rows.values() if _is_area(row))
    if not areas:
        faults.append(
            ConfigError(file=path.name, line=1, problem="ingen rad är ett område.", remedy=AREA_IS)
        )
    return PlacesFile(
        name=path.name, rows=list(_places(path.name, rows, areas, faults)), areas=areas
    )


def _is_area(row: Row) -> bool:
    return row["name"] == row["area"] and row["kind"] in AREA_KINDS


def _header_faults(file: str, header: Sequence[str]) -> Iterator[ConfigError]:
    if tuple(header) == COLUMNS:
        return
    fault = partial(ConfigError, file=file, line=1)
    missing = [name for name in COLUMNS if name not in header]
    for name in header:
        if name not in COLUMNS:
            yield fault(
                key=name,
                found=name,
                problem=f'"{name}" är ingen kolumn.',
                nearest=nearest(name, missing),
                allowed=COLUMNS,
            )
    problem = f"kolumner saknas: {', '.join(missing)}." if missing else "kolumnerna stämmer inte."
    yield fault(key=missing[0] if missing else None, problem=problem, remedy=HEADER)


def _miscounted(file: str, line: int, cells: Sequence[str]) -> ConfigError:
    return ConfigError(
        file=file,
        line=line,
        found=";".join(cells),
        problem=f"raden har {len(cells)} kolumner, men ska ha {len(COLUMNS)}.",
        remedy="Räkna semikolonen: det ska vara sex, även där en kolumn är tom.",
    )


def _places(
    file: str, rows: Mapping[int, Row], areas: frozenset[str], faults: list[ConfigError]
) -> Iterator[tuple[int, Place]]:
    seen: dict[tuple[str, str], int] = {}
    for line, row in rows.items():
        wrong = [*_row_faults(file, line, row, areas), *_repeated(file, line, row, seen)]
        faults += wrong
        if not wrong:
            yield line, _place(row)


def _row_faults(file: str, line: int, row: Row, areas: frozenset[str]) -> Iterator[ConfigError]:
    fault = partial(ConfigError, file=file, line=line)
    kind, area = row["kind"], row["area"]
    if not row["name"]:
        yield fault(key="name", problem="platsen har inget namn.", remedy="Skriv ett.")
    if kind not in KINDS:
        problem = f'"{kind}" är ingen sorts plats.'
        near = nearest(kind, KINDS)
        yield fault(key="kind", found=kind, problem=problem, nearest=near, allowed=KINDS)
    if area and area not in areas:
        problem = f'området "{area}" finns inte.'
        near = nearest(area, areas)
        yield fault(key="area", found=area, problem=problem, nearest=near, remedy=AREA_IS)
    if bool(row["lat"]) != bool(row["lon"]):
        problem = "bara den ena av lat och lon är ifylld."
        yield fault(key="lat", problem=problem, remedy="Fyll i båda eller ingen.")
    for key, limit in LIMITS.items():
        degrees = _number(row[key]) if row[key] else 0.0
        found, shown = row[key], f'{key} = "{row[key]}"'
        if degrees is None:
            remedy = "Skriv grader med decimalpunkt, till exempel 57.7211."
            yield fault(key=key, found=found, problem=f"{shown} är inget tal.", remedy=remedy)
        elif not -limit <= degrees <= limit:
            remedy = f"Talet ska ligga mellan -{limit:g} och {limit:g}."
            yield fault(key=key, found=found, problem=f"{shown} är inte grader.", remedy=remedy)


def _repeated(
    file: str, line: int, row: Row, seen: dict[tuple[str, str], int]
) -> Iterator[ConfigError]:
    name, kind = row["name"], row["kind"]
    first = seen.setdefault((name.casefold(), kind), line)
    if first != line:
        yield ConfigError(
            file=file,
            line=line,
            key="name",
            found=name,
            problem=f'"{name}" ({kind}) står redan på rad {first}.',
            remedy="Ta bort den ena, eller skilj dem åt i namnet.",
        )


def _place(row: Row) -> Place:
    return Place(
        name=row["name"],
        kind=row["kind"],
        area=row["area"] or None,
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        aliases=tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip()),
    )


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
