"""A resident's rights: to know, to see what is kept, and to have it deleted at once."""

from collections.abc import Sequence
from dataclasses import replace

from bot.alert_waves import alerted_anew, counted_with
from bot.dialogue.actions import Action, Verb
from bot.dialogue.conversation import Conversation
from bot.dialogue.privacy import privacy
from bot.dialogue.receipt import place_name, theme_name
from bot.dialogue.turn import Turn
from bot.outgoing import Button, Keyboard
from storage.concerns import Concern
from storage.erasure import InGroups
from storage.holds import Hold

SHOWN = 10
"""How many concerns a page shows; Telegram's message has 4,096 characters."""
_MOST = 1000


async def tell_privacy(turn: Turn) -> None:
    """Say who is controller, why, who reads, how long: from the running configuration."""
    for html in privacy(turn.config, turn.texts, turn.language):
        await turn.say(html)


async def list_mine(turn: Turn, page: int = 0) -> None:
    """List what the resident has told, the latest first, each leading to its details."""
    concerns = await _own(turn)
    if not concerns:
        await turn.say(turn.text("mine-empty"))
        return
    shown, page, pages = _page(concerns, page)
    rows = [_row(turn, concern) for concern in shown]
    if pages > 1:
        rows.append(turn.text("mine-page", page=page + 1, pages=pages))
    turning = _turning(turn, Verb.LIST_MINE, page, pages)
    keyboard = (*_each(turn, shown, Verb.SHOW), *turning)
    text = "\n".join([turn.text("mine-title"), *rows, "", turn.text("mine-end")])
    await turn.say(text, keyboard=keyboard)


async def choose_deletion(turn: Turn, reference: str = "", page: int = 0) -> None:
    """Ask what to delete, or, with a reference, whether to delete that."""
    concerns = await _own(turn)
    if not concerns:
        await turn.say(turn.text("delete-empty"), keyboard=_everything(turn))
        return
    if reference:
        wanted = [c for c in concerns if c.reference == reference.strip().upper()]
        if wanted:
            await confirm_one(turn, wanted[0])
        else:
            await turn.say(turn.text("delete-unknown"))
        return
    shown, page, pages = _page(concerns, page)
    turning = _turning(turn, Verb.LIST_DELETION, page, pages)
    keyboard = (*_each(turn, shown, Verb.DELETE_ASK), *turning, *_everything(turn))
    await turn.say(turn.text("delete-choose"), keyboard=keyboard)


async def confirm_one(turn: Turn, concern: Concern) -> None:
    """Ask once more before one concern is deleted; say what groups have been shown of it."""
    yes = Action(verb=Verb.DELETE_ONE, concern_id=concern.id)
    text = turn.text("delete-confirm", reference=concern.reference)
    shown = await turn.tx.concerns.in_groups([concern.id], now=turn.now)
    said = "\n\n".join([text, *_in_groups(turn, shown)])
    await turn.say(said, keyboard=_yes_no(turn, yes), concern_id=concern.id)


async def confirm_all(turn: Turn) -> None:
    """Ask once more before everything is deleted."""
    yes = Action(verb=Verb.DELETE_ALL)
    own = [concern.id for concern in await _own(turn)]
    shown = await turn.tx.concerns.in_groups(own, now=turn.now)
    text = "\n\n".join([turn.text("delete-confirm-all"), *_in_groups(turn, shown)])
    await turn.say(text, keyboard=_yes_no(turn, yes))


async def delete_one(turn: Turn, concern: Concern) -> None:
    """Delete one concern everywhere, at once; one that is held by a decision stays, and why."""
    if held := await turn.tx.holds.of_concerns([concern.id]):
        await turn.say(turn.text("delete-held", **_held(turn, held)))
        return
    counted = await counted_with(turn.tx, concern)
    await turn.tx.concerns.delete(concern.id, now=turn.now, by="resident")
    await alerted_anew(turn.tx, counted, turn.config, turn.texts, now=turn.now)
    talk = turn.conversation
    if talk.concern_id == concern.id:
        talk = Conversation(guarded_at=talk.guarded_at, danger_at=talk.danger_at, pace=talk.pace)
    pace = talk.pace.having_forgotten(concern.id)
    turn.conversation = replace(talk, erased_at=turn.now, pace=pace)
    await turn.say(turn.text("delete-done", reference=concern.reference))


async def delete_all(turn: Turn) -> None:
    """Delete all that is kept about the resident, the resident included.

    What is held by a decision stays, and with it who told it; the resident is told so.
    """
    language = turn.language
    own = [concern.id for concern in await _own(turn)]
    held = await turn.tx.holds.of_concerns(own)
    staying = {hold.concern_id for hold in held}
    going = [concern for concern in await _own(turn) if concern.id not in staying]
    counted = [other for concern in going for other in await counted_with(turn.tx, concern)]
    await turn.tx.residents.forget(turn.resident.id, now=turn.now)
    await alerted_anew(turn.tx, counted, turn.config, turn.texts, now=turn.now)
    turn.forgotten = True
    turn.resident = replace(turn.resident, language=language)
    if held:
        await turn.say(turn.text("delete-done-held", **_held(turn, held)))
    else:
        await turn.say(turn.text("delete-done-all"))


def _held(turn: Turn, held: Sequence[Hold]) -> dict[str, str]:
    return {
        "reference": ", ".join(one.reference for one in held),
        "decision": ", ".join(dict.fromkeys(one.decision for one in held)),
        "email": turn.config.controller.contact_email,
    }


async def _own(turn: Turn) -> list[Concern]:
    return await turn.tx.concerns.of_resident(turn.resident.id, limit=_MOST)


def _page(concerns: Sequence[Concern], page: int) -> tuple[Sequence[Concern], int, int]:
    """The concerns of a page, which page that is (from 0), and how many there are."""
    pages = -(-len(concerns) // SHOWN)
    page = min(max(page, 0), pages - 1)
    return concerns[page * SHOWN : (page + 1) * SHOWN], page, pages


def _row(turn: Turn, concern: Concern) -> str:
    local = concern.told_at.astimezone(turn.config.municipality.timezone)
    return turn.text(
        "mine-row",
        reference=concern.reference,
        date=local.date().isoformat(),
        what=_what(turn, concern),
        status=turn.text(f"status-{concern.status}"),
    )


def _what(turn: Turn, concern: Concern) -> str:
    theme = theme_name(turn, concern) or turn.label("no-theme")
    place = place_name(concern) or turn.label("no-place")
    return turn.label("concern-what", theme=theme, place=place)


def _each(turn: Turn, concerns: Sequence[Concern], verb: Verb) -> Keyboard:
    """A button for each concern."""
    return tuple(
        (
            Button(
                label=turn.label(
                    "concern-button", reference=concern.reference, what=_what(turn, concern)
                ),
                action=Action(verb=verb, concern_id=concern.id),
            ),
        )
        for concern in concerns
    )


def _turning(turn: Turn, verb: Verb, page: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    def to(key: str, number: int) -> Button:
        return Button(label=turn.label(key), action=Action(verb=verb, value=str(number)))

    back = (to("place-button-back", page - 1),) if page > 0 else ()
    more = (to("place-button-next", page + 1),) if page < pages - 1 else ()
    return ((*back, *more),) if back or more else ()


def _in_groups(turn: Turn, shown: InGroups) -> list[str]:
    recallable = [turn.text("delete-recallable")] if shown.recallable else []
    return recallable + ([turn.text("delete-lasting")] if shown.lasting else [])


def _yes_no(turn: Turn, yes: Action) -> Keyboard:
    no = Action(verb=Verb.DELETE_NOT)
    return (
        (Button(label=turn.label("delete-yes"), action=yes),),
        (Button(label=turn.label("delete-no"), action=no),),
    )


def _everything(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    action = Action(verb=Verb.DELETE_ALL_ASK)
    return ((Button(label=turn.label("delete-button-all"), action=action),),)
