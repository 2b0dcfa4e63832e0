"""What the sandbox knows, in one place, so that calls and people share it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.callbacks import Callbacks
from bot.sandbox.chats import Chats, Standing
from bot.sandbox.faults import Faults
from bot.sandbox.files import FileStore
from bot.sandbox.history import History
from bot.sandbox.limits import RateLimiter
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.values import Call, Chat, Json


@dataclass(kw_only=True)
class World:
    """Chats, messages, files and updates of one bot.

    `clock` dates what happens; rate limits go by the machine's own seconds, so that a clock
    which is set or stands still does not change how fast the bot may send.
    """

    bot: Json
    clock: Callable[[], datetime]
    limiter: RateLimiter
    monotonic: Callable[[], float] = time.monotonic
    chats: Chats = field(default_factory=Chats)
    history: History = field(default_factory=History)
    files: FileStore = field(default_factory=FileStore)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    callbacks: Callbacks = field(default_factory=Callbacks)
    calls: list[Call] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    profile: dict[tuple[str, ...], object] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    webhook_secret: str | None = None

    def timestamp(self) -> int:
        """Return the current time as Telegram writes it."""
        return int(self.clock().timestamp())

    def admit(self, chat: Chat) -> None:
        """Count a message to the chat.

        Raises:
            RefusalError: 429 when it is one too many.
        """
        self.limiter.admit(chat.id, is_group=chat.kind != "private", now=self.monotonic())

    def move_bot(self, chat: Chat, standing: Standing, *, by: Json, date: int) -> None:
        """Change what the bot is in a chat, and tell it so with `my_chat_member`."""
        before = self.chats.standing(chat)
        self.chats.set_standing(chat, standing)
        self.updates.put(
            "my_chat_member",
            {
                "chat": chat.as_chat(),
                "from": by,
                "date": date,
                "old_chat_member": member(self.bot, before),
                "new_chat_member": member(self.bot, standing),
            },
        )


def member(user: Json, status: str) -> Json:
    """Return Telegram's `ChatMember`."""
    content: Json = {"user": user, "status": status}
    if status == "kicked":
        content["until_date"] = 0
    if status in {"administrator", "creator"}:
        content["is_anonymous"] = False
    if status == "administrator":
        content["can_be_edited"] = False
        content |= dict.fromkeys(_RIGHTS, True)
    return content


_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
