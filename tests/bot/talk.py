"""A resident talks with the dialogue: what they do goes in, what they are answered comes out."""

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.dialogue.actions import decode
from bot.dialogue.events import (
    Attachment,
    Command,
    Commanded,
    Edited,
    PositionShared,
    Pressed,
    Told,
    Unreadable,
)
from bot.dialogue.service import Dialogue
from bot.texts.catalogue import load_texts
from nlp.reading import Reading
from storage.outbox import Outgoing
from tests.bot.fakes import MemoryStore, a_reading

CONFIG = load_config(default_config_dir())
TEXTS = load_texts(CONFIG.languages, default=CONFIG.languages[0])
START = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
NORRBY = (57.7256, 12.9271)


class Talk:
    """One resident's private chat with the bot. Answers are the texts, newest last."""

    def __init__(
        self,
        readings: Mapping[str, Reading] | None = None,
        *,
        telegram_id: int = 4711,
        language: str = "sv",
        store: MemoryStore | None = None,
    ) -> None:
        self.store = store or MemoryStore()
        self.readings = dict(readings or {})
        self.telegram_id = telegram_id
        self.language = language
        self.at = START
        self._updates = itertools.count(telegram_id * 1000)
        self._dialogue = Dialogue(
            config=CONFIG,
            texts=TEXTS,
            database=self.store,
            read=self._read,
            area_at=lambda lat, lon: "Norrby" if 57 < lat < 58 else None,
            clock=lambda: self.at,
        )

    async def says(self, text: str, *, message_id: int | None = None, **more: Any) -> list[str]:
        told = Told(text=text, message_id=message_id or self._next(), **more, **self._common())
        return await self._do(told)

    async def edits(self, message_id: int, text: str, **more: Any) -> list[str]:
        given = self._common() | more
        return await self._do(Edited(text=text, message_id=message_id, **given))

    async def commands(self, command: Command, argument: str = "") -> list[str]:
        return await self._do(Commanded(command=command, argument=argument, **self._common()))

    async def shares(self, lat: float, lon: float) -> list[str]:
        return await self._do(PositionShared(lat=lat, lon=lon, **self._common()))

    async def sends(self, attachment: Attachment) -> list[str]:
        return await self._do(Unreadable(attachment=attachment, **self._common()))

    async def presses(self, label: str, **more: Any) -> list[str]:
        """Press the latest button with this label."""
        for outgoing in reversed(self.store.outbox.waiting):
            for button in buttons(outgoing):
                if button["text"] == label:
                    return await self.presses_data(button["callback_data"], **more)
        raise AssertionError(f"no button {label!r}")

    async def presses_data(self, data: str, **more: Any) -> list[str]:
        pressed = Pressed(action=decode(data), callback_id="1", **more, **self._common())
        return await self._do(pressed)

    def waits(self, **duration: float) -> None:
        self.at += timedelta(**duration)

    @property
    def shown_buttons(self) -> list[str]:
        return [b["text"] for b in buttons(self.store.outbox.waiting[-1])]

    async def _do(self, event: Any) -> list[str]:
        before = len(self.store.outbox.waiting)
        self.waits(seconds=1)
        await self._dialogue.handle(event)
        new = self.store.outbox.waiting[before:]
        return [o.params["text"] for o in new if o.chat_id == self.telegram_id and texts(o)]

    async def _read(self, text: str) -> Reading | None:
        return self.readings[text] if text in self.readings else a_reading(text)

    def _common(self) -> dict[str, Any]:
        return {
            "update_id": self._next(),
            "telegram_id": self.telegram_id,
            "at": self.at,
            "language": self.language,
        }

    def _next(self) -> int:
        return next(self._updates)


def texts(outgoing: Outgoing) -> bool:
    return outgoing.method == "sendMessage"


def buttons(outgoing: Outgoing) -> list[dict[str, str]]:
    rows = outgoing.params.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]
