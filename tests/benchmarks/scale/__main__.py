"""`python -m tests.benchmarks.scale [WHICH …]`: how the bot carries load and grows.

Every rate is told next to one measured in the same run, taken in turns, since machines differ
and other programs use them too.
"""

import argparse
import asyncio
import importlib
import logging
from pathlib import Path

import structlog
from rich.console import Console

from tests.benchmarks.scale.figures import as_json, shown, write

MODULES = ("throughput", "latency", "workers", "importing", "growth", "memory", "starting")


def main() -> None:
    """Measure what is asked for, print it, and write it where it is asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("which", nargs="*", help=f"of {', '.join(MODULES)}; all by default")
    options.add_argument("--small", action="store_true", help="tiny sizes: does it run?")
    options.add_argument("--full", action="store_true", help="a million messages: takes hours")
    options.add_argument("--json", type=Path, help="write every number here")
    options.add_argument("--write", action="store_true", help="write the tables in docs/scale.md")
    given = options.parse_args()
    quiet = structlog.make_filtering_bound_logger(logging.CRITICAL)
    structlog.configure(wrapper_class=quiet)
    measured = []
    for name in given.which or MODULES:
        module = importlib.import_module(f"tests.benchmarks.scale.{name}")
        measured.append(asyncio.run(module.measure(small=given.small, full=given.full)))
        Console().print(shown(measured[-1]))
    if given.json is not None:
        given.json.write_text(as_json(measured), "utf-8")
    if given.write:
        write(measured)


if __name__ == "__main__":
    main()
