"""Trained models kept on disk, so that the same examples are trained from once."""

import hashlib
import logging
import os
import tempfile
from pathlib import Path

from nlp.categorizer.model import Model

_CHECKSUM_BYTES = 32
_log = logging.getLogger(__name__)


def load(directory: Path, name: str) -> Model | None:
    """The model kept under this name; None where there is none, or only a damaged one."""
    try:
        data = _path(directory, name).read_bytes()
    except OSError:
        return None
    checksum, packed = data[:_CHECKSUM_BYTES], data[_CHECKSUM_BYTES:]
    if hashlib.sha256(packed).digest() != checksum:
        _log.warning("cached_model_damaged")
        return None
    return Model.from_bytes(packed)


def holds(directory: Path, name: str) -> bool:
    """Whether a model is kept under this name, whole or damaged."""
    return _path(directory, name).is_file()


def save(directory: Path, name: str, model: Model) -> None:
    """Keep a model under a name, whole or not at all, whoever else does the same.

    Where the directory cannot be written the model is not kept, and a log line says so.
    """
    packed = model.to_bytes()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=directory, prefix="unfinished-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(packed).digest() + packed)
            Path(unfinished).replace(_path(directory, name))
        except OSError:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError as error:
        _log.warning("cached_model_not_written error=%s", type(error).__name__)


def _path(directory: Path, name: str) -> Path:
    return directory / f"{name}.categories"
