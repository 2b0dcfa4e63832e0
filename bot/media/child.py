"""Cleans one file from standard input to standard output, with little it could do wrong.

Run as `python -m bot.media.child`. What comes out is one line of JSON, which names the media
type or the reason why nothing is kept, and then the file.
"""

import json
import resource
import sys
from typing import Final

from bot.errors import MediaRefused
from bot.media.cleaning import clean

_MEMORY_BYTES: Final = 2 * 1024**3
"""Of addresses, which libraries reserve more of than they use."""
_CPU_SECONDS: Final = 60
UNABLE: Final = 78
"""How it ends where a library is missing: not the file's fault."""


def main() -> None:
    """Read, clean, write; no memory and no time without bounds, and no files at all."""
    content = sys.stdin.buffer.read()
    _confine()
    try:
        cleaned = clean(content)
    except MediaRefused as error:
        _write({"refused": error.reason}, b"")
    except MemoryError:
        _write({"refused": "big"}, b"")
    except ImportError:
        sys.exit(UNABLE)
    else:
        _write({"media_type": cleaned.media_type}, cleaned.content)


def _confine() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))


def _write(head: dict[str, str], content: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
