"""Processes that read, started and ended here: as many as there are cores."""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Lock
from types import TracebackType

from bot.errors import ReadingAborted
from bot.tuning.many import SharedReader, Texts
from bot.tuning.reading_process import Answer, NotRead
from nlp.config import ReaderConfig
from nlp.reading import Reading

_ATTEMPTS = 3
_AHEAD = 3
"""So many chunks wait for each process, so that none is idle."""
_BYTES_EACH = 400 * 2**20
"""What a process that reads with one configuration may need, with room to spare."""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Each process has a core, and no more."""
_WORTH_IT = 5_000
"""From so many texts on it pays to start processes, which takes them some seconds."""
_ENDED = (
    "En process som läser texter slutade tre gånger vid samma texter ({how}); minnet kan ha tagit "
    "slut. Det som redan är sparat står kvar. Kör igen med --processes 1."
)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0))


def processes_for(texts: int, *, readers: int = 1) -> int:
    """How many processes read so many texts fastest: one for each core, or one where few."""
    if texts < _WORTH_IT:
        return 1
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return max(1, min(cores(), memory // 2 // (readers * _BYTES_EACH)))


class _Process:
    """One process that reads, and what it is asked through."""

    def __init__(self, configs: Sequence[ReaderConfig]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.tuning.reading_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=without_settings(os.environ),
            process_group=0,  # Ctrl-C is for the parent, with which it ends
        )
        self._configs: tuple[ReaderConfig, ...] | None = tuple(configs)

    def read(self, which: int, messages: Texts) -> Answer:
        """What it answers.

        Raises:
            OSError, EOFError, pickle.UnpicklingError: it has ended.
        """
        asked, told = self._process.stdin, self._process.stdout
        if asked is None or told is None:
            raise EOFError
        if self._configs is not None:
            pickle.dump(self._configs, asked)
            self._configs = None
        pickle.dump((which, list(messages)), asked)
        asked.flush()
        answer: Answer = pickle.load(told)  # noqa: S301 - from our own child
        return answer

    @property
    def pid(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> int:
        """Its exit code, once it has ended."""
        self._process.kill()
        code = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what it was not told any more
                    pipe.close()
        return code


class ReadingProcesses:
    """`count` processes that read with each of the configurations, while it is entered.

    They take the trained models from the configurations' cache. They end with it, and with this
    process. One that dies is replaced, and what it was reading is read again.
    """

    def __init__(self, configs: Sequence[ReaderConfig], *, count: int) -> None:
        self._configs = configs
        self._count = count
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reading")
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        self._all: set[_Process] = set()
        self._changing = Lock()
        self._closed = False

    def __enter__(self) -> tuple[SharedReader, ...]:
        """A reader for each configuration."""
        for _ in range(self._count):
            self._idle.put(self._new())
        ahead = self._count * _AHEAD
        return tuple(
            SharedReader(partial(self._begin, which), ahead=ahead)
            for which in range(len(self._configs))
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with self._changing:
            self._closed = True
            for process in self._all:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._all:
            process.end()

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that read now."""
        with self._changing:
            return tuple(sorted(process.pid for process in self._all))

    def _begin(self, which: int, messages: Texts) -> Future[list[Reading]]:
        return self._threads.submit(self._read, which, messages)

    def _read(self, which: int, messages: Texts) -> list[Reading]:
        process = self._idle.get()
        how = ""
        try:
            for _ in range(_ATTEMPTS):
                try:
                    answer = process.read(which, messages)
                except (OSError, EOFError, pickle.UnpicklingError):
                    process, how = self._replaced(process)
                    continue
                if isinstance(answer, NotRead):
                    raise ReadingAborted(f"Texterna gick inte att läsa: {answer.reason}")
                return answer
        finally:
            self._idle.put(process)
        raise ReadingAborted(_ENDED.format(how=how))

    def _new(self) -> _Process:
        with self._changing:
            if self._closed:
                raise ReadingAborted("Läsningen avbröts.")
            process = _Process(self._configs)
            self._all.add(process)
            return process

    def _replaced(self, process: _Process) -> tuple[_Process, str]:
        """Another one for one that has ended, and how that one did."""
        code = process.end()
        with self._changing:
            self._all.discard(process)
        return self._new(), f"signal {-code}" if code < 0 else f"kod {code}"


def without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what only this process may know: keys, the database, the token."""
    kept = {name: value for name, value in environment.items() if not name.startswith("BRABOT_")}
    return kept | _ONE_THREAD
