"""Cleaning in a process of its own: what a file does to it is done to nobody else."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Final

import bot
from bot.errors import MediaRefused
from bot.media.child import UNABLE
from bot.media.cleaned import Cleaned

_SECONDS: Final = 120.0
_ROOT: Final = Path(bot.__file__).parents[1]


async def clean_apart(content: bytes) -> Cleaned:
    """As `bot.media.cleaning.clean`; a file that ends the process or never ends is broken.

    The process is given the file and no secret: neither the environment nor a file of ours.

    Raises:
        MediaRefused: nothing can be kept.
        ImportError: a library for it is not installed.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.media.child",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": str(_ROOT), "PATH": os.defpath, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(_SECONDS):
            out, _ = await process.communicate(content)
    except TimeoutError:
        raise MediaRefused("broken") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == UNABLE:
        raise ImportError("a library that cleans files is not installed")
    head, found, rest = out.partition(b"\n")
    if process.returncode or not found:
        raise MediaRefused("broken")
    told = json.loads(head)
    if "refused" in told:
        raise MediaRefused(told["refused"])
    return Cleaned(content=rest, media_type=told["media_type"])
