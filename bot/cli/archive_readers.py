"""What reads the archive: this process, several of its own, or a cluster."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.output import tell
from bot.errors import InputInvalid

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.config.settings import Settings
    from bot.tuning.impact import Reader
    from nlp.config import ReaderConfig

Processes = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=512,
        help="Så många processer läser; annars en för varje processorkärna om det är mycket.",
    ),
]


@contextmanager
def archive_readers(
    configs: "Sequence[Config]", settings: "Settings", *, texts: int, processes: int | None
) -> "Iterator[tuple[Reader, ...]]":
    """A reader for each configuration, trained, that reads so many texts fast.

    Raises:
        ReadingError: the reading of a configuration cannot be trained.
    """
    from bot.app import build_reader
    from bot.tuning.processes import ReadingProcesses, processes_for
    from nlp.training import is_trained

    count = processes or processes_for(texts, readers=len(configs))
    if count > 1:
        trained = [_trained(config, settings) for config in configs]
        if all(map(is_trained, trained)):
            with ReadingProcesses(trained, count=count) as readers:
                yield readers
            return
        tell(f"Det gick inte att skriva i {settings.cache_dir}, så en process läser allt.")
    yield tuple(build_reader(config, settings, progress=True) for config in configs)


@contextmanager
def clustered_reader(
    config: "Config", settings: "Settings", *, address: str | None, processes: int | None
) -> "Iterator[tuple[Reader]]":
    """A reader that reads on the cluster at an address, else on one started here.

    Raises:
        InputInvalid: Dask is missing, or the cluster cannot be reached or trusted with texts.
        ReadingError: the reading of the configuration cannot be trained.
    """
    from bot.tuning.cluster import cluster_reader
    from bot.tuning.processes import cores

    if address is not None and processes is not None:
        raise InputInvalid("--processes gäller ett kluster som startas här, utan adress.")
    trained = _trained(config, settings)
    with cluster_reader(trained, address=address, processes=processes or cores()) as reader:
        yield (reader,)


def _trained(config: "Config", settings: "Settings") -> "ReaderConfig":
    """How the configuration is read, with the model in the cache if that can be written."""
    from bot.app import build_reader
    from nlp.training import is_trained

    reading = config.reader_config(cache_dir=settings.cache_dir)
    if not is_trained(reading):
        build_reader(config, settings, progress=True)
    return reading
