"""The dialogue: every event of a resident, answered in one transaction."""

from collections.abc import Callable
from datetime import datetime

from bot.config.config import Config
from bot.dialogue import (
    adding,
    answering,
    editing,
    following,
    languages,
    limits,
    media,
    my_data,
    pressing,
    rights,
    telling,
    welcome,
)
from bot.dialogue.events import (
    Command,
    Commanded,
    Edited,
    Event,
    FileReplaced,
    FileSent,
    PositionShared,
    Pressed,
    Told,
    Unreadable,
)
from bot.dialogue.positions import share_position
from bot.dialogue.turn import AreaAt, ReadText, Turn, close_turn, open_turn
from bot.my_data import Packing
from bot.ports import Store
from bot.texts.catalogue import Texts
from nlp.reading import Reading


class Dialogue:
    """Answers residents. An event is handled whole or not at all."""

    def __init__(
        self,
        *,
        config: Config,
        texts: Texts,
        database: Store,
        read: ReadText,
        area_at: AreaAt,
        clock: Callable[[], datetime],
    ) -> None:
        self._config = config
        self._texts = texts
        self._database = database
        self._read = read
        self._area_at = area_at
        self._clock = clock
        self._packing = Packing(config=config, texts=texts)

    async def handle(self, event: Event) -> None:
        """Answer `event` and mark its update as handled, in one commit.

        Raises:
            StorageError: nothing was kept; the update still waits in the inbox.
        """
        reading = await self._read(event.text) if isinstance(event, Told | Edited) else None
        packed = await my_data.packed_for(event, self._database, self._packing, now=self._clock())
        async with self._database.transaction() as tx:
            turn = await open_turn(
                tx,
                event,
                config=self._config,
                texts=self._texts,
                area_at=self._area_at,
                now=self._clock(),
            )
            turn.my_data = packed
            await limits.open_limits(turn, event)
            await _respond(turn, event, reading)
            await limits.close_limits(turn, event)
            if turn.first and not turn.greeted:
                await welcome.greet(turn)
            await close_turn(turn)


async def _respond(turn: Turn, event: Event, reading: Reading | None) -> None:
    match event:
        case Told():
            named = languages.language_named(turn, event.text)
            if named is not None and event.attachment is None:
                await languages.choose_language(turn, named)
            elif not await limits.take_in(turn, event, reading):
                await media.expect_caption(turn, event)
                await telling.tell(turn, event, reading)
                await limits.remember(turn, event)
        case Edited():
            await media.change(turn, event)
            caption = await media.late_caption(turn, event)
            if caption is not None:
                await telling.tell(turn, caption, reading)
            else:
                await editing.edit(turn, event, reading)
        case FileSent():
            await answering.take_file(turn, event)
        case FileReplaced():
            if not await media.change(turn, event):
                await media.lose_caption(turn, event)
        case Pressed():
            await pressing.press(turn, event)
        case PositionShared():
            await share_position(turn, event)
        case Commanded():
            await _command(turn, event)
        case Unreadable():
            what = turn.label(f"unreadable-{event.attachment.value}")
            await turn.say(turn.text("unreadable", what=what))
        case _:
            raise TypeError(f"no answer to {type(event).__name__}")


async def _command(turn: Turn, event: Commanded) -> None:
    adding.stop_adding(turn)
    match event.command:
        case Command.START:
            await welcome.greet(turn)
        case Command.HELP:
            await welcome.explain(turn)
        case Command.PRIVACY:
            await rights.tell_privacy(turn)
        case Command.MINE:
            await rights.list_mine(turn)
        case Command.MY_DATA:
            await my_data.ask_for_my_data(turn)
        case Command.DELETE:
            await rights.choose_deletion(turn, event.argument)
        case Command.LANGUAGE:
            await languages.answer_language(turn, event.argument)
        case Command.FOLLOW:
            await following.answer_follow(turn, event.argument)
        case Command.JOIN:
            await turn.say(turn.text("join-not-here"))
        case Command.UNKNOWN:
            await turn.say(turn.text("command-unknown"))
