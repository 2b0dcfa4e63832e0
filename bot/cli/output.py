"""Where commands print: results to standard output, everything else to standard error."""

import sys


def say(text: str) -> None:
    """Print a result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Print something for the person at the terminal, apart from the result."""
    sys.stderr.write(f"{text}\n")


def complain(text: str) -> None:
    """Print what is wrong and what to do about it."""
    sys.stderr.write(f"{text}\n")
