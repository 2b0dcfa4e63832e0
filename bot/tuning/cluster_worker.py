"""What runs on the workers of a Dask cluster: they read, and keep nothing."""

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from distributed import Worker, WorkerPlugin, get_worker

from bot.errors import InputInvalid
from bot.tuning.cluster_address import is_private
from bot.tuning.many import Texts
from bot.tuning.reading_process import Answer, NotRead, answer, kept_for_good
from nlp.parcels import Parcel, program_here, reader_of
from nlp.reader import Reader


@dataclass(frozen=True, kw_only=True)
class Letter:
    """Texts on their way; nothing of them shows where Dask writes of its work."""

    texts: Texts = field(repr=False)


class Reading(WorkerPlugin):
    """What a worker reads with, from when it joins until the run has ended."""

    def __init__(self, parcel: Parcel) -> None:
        self._parcel = parcel

    def setup(self, worker: Worker) -> None:
        """Refuse a worker that could tell others, or reads otherwise than we do.

        Raises:
            InputInvalid: it is such a worker.
        """
        if not is_private(worker.address):
            raise InputInvalid(
                f"Arbetaren {worker.address} talar okrypterat. Starta den med ett certifikat (tls)."
            )
        if type(worker.data) is not dict:
            raise InputInvalid(
                f"Arbetaren {worker.address} kan lägga texter på disk när minnet tar slut. "
                "Starta den med --memory-limit 0."
            )
        if self._parcel.program != program_here():
            raise InputInvalid(
                f"Arbetaren {worker.address} har en annan version av Bråbot. Installera samma."
            )
        self._build: Callable[[], Reader] = cache(lambda: kept_for_good(reader_of(self._parcel)))
        self._one_at_a_time = threading.Lock()

    def teardown(self, worker: Worker) -> None:
        """Give back the memory, since the worker goes on with something else."""
        self._build = _nothing
        gc.unfreeze()
        gc.collect()

    def read(self, texts: Texts) -> Answer:
        """The readings of the texts, or why there are none."""
        with self._one_at_a_time:
            return answer(self._build, texts)


def _nothing() -> Reader:
    raise LookupError("the run has ended")


def read(plugin: str, letter: Letter) -> Answer:
    """The readings of a letter's texts, by the worker that it has come to."""
    found = get_worker().plugins.get(plugin)
    if not isinstance(found, Reading) or not hasattr(found, "_build"):
        return NotRead(reason="en arbetare som kom till kan inte användas, se dess logg")
    return found.read(letter.texts)
