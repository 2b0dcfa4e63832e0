"""All that a reading needs, to be taken to another machine where nothing of it lies."""

from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from nlp.categorizer.cache import save
from nlp.categorizer.model import Model
from nlp.config import ReaderConfig
from nlp.reader import Reader
from nlp.training import fingerprint, material, trained_model

_POLYGONS = "areas.geojson"


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """A configuration with the model trained from it, and the polygons of areas if it has any.

    `program` is `program_here` where it was packed; only there, or where that is the same, is
    it read with alike.
    """

    config: ReaderConfig = field(repr=False)
    model: bytes = field(repr=False)
    polygons: bytes | None = field(repr=False)
    program: str


def packed(config: ReaderConfig) -> Parcel:
    """The parcel of a configuration, trained now or taken from the cache.

    Raises:
        TrainingImpossible: the examples do not suffice.
    """
    return Parcel(
        config=replace(config, cache_dir=None, area_polygons=None),
        model=trained_model(config).to_bytes(),
        polygons=config.area_polygons.read_bytes() if config.area_polygons else None,
        program=program_here(),
    )


def reader_of(parcel: Parcel) -> Reader:
    """The Reader that was packed.

    Raises:
        BaseModelMissing: the configuration names a spaCy model that is not installed here.
    """
    with TemporaryDirectory(prefix="brabot-") as place:
        directory, config = Path(place), replace(parcel.config, cache_dir=Path(place))
        if parcel.polygons is not None:
            config = replace(config, area_polygons=directory / _POLYGONS)
            (directory / _POLYGONS).write_bytes(parcel.polygons)
        name = fingerprint(material(config.themes), config.themes)
        save(directory, name, Model.from_bytes(parcel.model))
        return Reader(config)


@cache
def program_here() -> str:
    """A name for the program that reads: the same name, the same readings."""
    package = Path(__file__).parent
    found = sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(package).as_posix().encode() + b"\0")
            found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()
