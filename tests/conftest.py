"""What holds for every test."""

from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(autouse=True)
def _logs_as_they_come() -> Iterator[None]:
    """What a command has set about the log is forgotten after its test."""
    yield
    structlog.reset_defaults()
