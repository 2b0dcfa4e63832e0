"""Reading a configuration directory into a Config, or all that is wrong with it."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.config.config import Config
from bot.config.duties import duty_faults
from bot.config.examples import FOLDER, read_examples
from bot.config.expectations import read_expectations
from bot.config.files import read_toml
from bot.config.geojson import read_area_polygons
from bot.config.models import BrabotFile, ThemesFile
from bot.config.places import read_places
from bot.config.references import Draft, ids, reference_faults
from bot.errors import ConfigError, ConfigInvalid

SETTINGS, THEMES, PLACES, POLYGONS = "brabot.toml", "themes.toml", "places.csv", "areas.geojson"
VERSION_LENGTH = 12


def load_config(directory: Path) -> Config:
    """The configuration in a directory, with every reference in it checked.

    Raises:
        ConfigInvalid: with all faults of all files.
    """
    if not directory.is_dir():
        missing = ConfigError(
            file=str(directory),
            problem="konfigurationskatalogen finns inte.",
            remedy=f"Skapa den med `brabot init {directory}`, eller ange en annan med --config.",
        )
        raise ConfigInvalid((missing,))
    faults: list[ConfigError] = []
    settings = read_toml(directory / SETTINGS, faults)
    themes = read_toml(directory / THEMES, faults)
    if settings is not None:
        faults += [*settings.faults(BrabotFile), *duty_faults(settings)]
    if themes is not None:
        faults += themes.faults(ThemesFile)
    places = read_places(directory / PLACES, faults)
    polygons = read_area_polygons(directory / POLYGONS, places, faults)
    examples = {}
    if themes is not None:
        retired = ids(themes, "retired_theme")
        examples = read_examples(directory, ids(themes, "theme"), faults, retired=retired)
    known_areas = [] if places is None else sorted(places.areas)
    tests = read_expectations(
        directory, [] if themes is None else ids(themes, "theme"), known_areas, faults
    )
    faults += reference_faults(Draft(settings=settings, themes=themes, places=places))
    if faults or settings is None or themes is None or places is None:
        raise ConfigInvalid(_in_file_order(faults))
    read = BrabotFile.model_validate(settings.data)
    listed = ThemesFile.model_validate(themes.data)
    return Config(
        directory=directory,
        version=version_of(directory),
        municipality=read.municipality,
        controller=read.controller,
        languages=read.languages,
        retention=read.retention,
        digest=read.digest,
        meetings=read.meetings,
        dialogue=read.dialogue,
        limits=read.limits,
        media=read.media,
        groups=read.groups,
        mail=read.mail,
        reading=read.reading,
        emergency=read.emergency,
        helplines=read.helplines,
        focus_areas=listed.focus_areas,
        themes=listed.themes,
        examples=examples,
        places=tuple(place for _, place in places.rows),
        area_polygons=polygons,
        tests=tests,
        retired_themes=listed.retired_themes,
    )


def _in_file_order(faults: list[ConfigError]) -> tuple[ConfigError, ...]:
    order = list(dict.fromkeys(fault.file for fault in faults))
    return tuple(sorted(faults, key=lambda f: (order.index(f.file), f.line or 0)))


def version_of(directory: Path) -> str:
    """A short hash of the files that decide anything, the same on every machine."""
    return _version(
        (path.relative_to(directory).as_posix(), path.read_bytes())
        for path in config_files(directory)
    )


def version_of_texts(texts: Mapping[str, str]) -> str:
    """The version of a configuration whose files are these, from `config_texts`."""
    return _version((name, text.encode("utf-8")) for name, text in texts.items())


def config_texts(directory: Path) -> dict[str, str] | None:
    """The files that decide anything, by their paths within the directory, as they are now.

    None where one of them cannot be read.
    """
    try:
        return {
            path.relative_to(directory).as_posix(): path.read_bytes().decode("utf-8")
            for path in config_files(directory)
        }
    except (OSError, UnicodeDecodeError):
        return None


def _version(contents: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in contents:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:VERSION_LENGTH]


def config_files(directory: Path) -> tuple[Path, ...]:
    """The files that a configuration is read from, in a fixed order."""
    single = [directory / name for name in (SETTINGS, THEMES, PLACES, POLYGONS)]
    examples = sorted((directory / FOLDER).glob("*.txt"))
    return tuple(path for path in (*single, *examples) if path.is_file())
