"""A resident's rights: to know, to see what is kept, and to have it deleted at once."""

from dataclasses import replace

from bot.config.values import in_language
from bot.dialogue.actions import Action, Verb
from bot.dialogue.conversation import Conversation
from bot.dialogue.receipt import place_name, theme_name
from bot.dialogue.turn import Turn
from bot.outgoing import Button
from storage.concerns import Concern

SHOWN = 10
"""How many concerns a list shows; Telegram's message has 4,096 characters."""


async def tell_privacy(turn: Turn) -> None:
    """Say who is controller, why, who reads, how long: from the running configuration."""
    config, language = turn.config, turn.language
    controller, retention = config.controller, config.retention
    await turn.say(
        turn.text(
            "privacy",
            controller=controller.name,
            email=controller.contact_email,
            dpo=controller.dpo_email,
            purpose=in_language(controller.purpose, language),
            legal_basis=in_language(controller.legal_basis, language),
            not_a_police_report=in_language(controller.not_a_police_report, language),
            who_reads=in_language(controller.who_reads, language),
            contact_days=turn.text("days", days=retention.contact_days_after_closing),
            text_days=turn.text("days", days=retention.original_text_days),
            concern_days=turn.text("days", days=retention.concern_days),
            unsorted_days=turn.text("days", days=retention.unsorted_days),
        )
    )


async def list_mine(turn: Turn) -> None:
    """List what the resident has told, the latest first."""
    concerns = await _own(turn)
    if not concerns:
        await turn.say(turn.text("mine-empty"))
        return
    rows = [_row(turn, concern) for concern in concerns[:SHOWN]]
    more = [turn.text("mine-more", count=SHOWN)] if len(concerns) > SHOWN else []
    await turn.say("\n".join([turn.text("mine-title"), *rows, *more, "", turn.text("mine-end")]))


async def choose_deletion(turn: Turn, reference: str) -> None:
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
    rows = [
        (
            Button(
                label=turn.label(
                    "concern-button", reference=concern.reference, what=_what(turn, concern)
                ),
                action=Action(verb=Verb.DELETE_ASK, concern_id=concern.id),
            ),
        )
        for concern in concerns[:SHOWN]
    ]
    await turn.say(turn.text("delete-choose"), keyboard=(*rows, *_everything(turn)))


async def confirm_one(turn: Turn, concern: Concern) -> None:
    """Ask once more before one concern is deleted."""
    yes = Action(verb=Verb.DELETE_ONE, concern_id=concern.id)
    text = turn.text("delete-confirm", reference=concern.reference)
    await turn.say(text, keyboard=_yes_no(turn, yes), concern_id=concern.id)


async def confirm_all(turn: Turn) -> None:
    """Ask once more before everything is deleted."""
    yes = Action(verb=Verb.DELETE_ALL)
    await turn.say(turn.text("delete-confirm-all"), keyboard=_yes_no(turn, yes))


async def delete_one(turn: Turn, concern: Concern) -> None:
    """Delete one concern everywhere, at once."""
    await turn.tx.concerns.delete(concern.id, now=turn.now, by="resident")
    if turn.conversation.concern_id == concern.id:
        turn.conversation = Conversation(guarded_at=turn.conversation.guarded_at)
    turn.conversation = replace(turn.conversation, erased_at=turn.now)
    await turn.say(turn.text("delete-done", reference=concern.reference))


async def delete_all(turn: Turn) -> None:
    """Delete all that is kept about the resident, the resident included."""
    language = turn.language
    await turn.tx.residents.forget(turn.resident.id, now=turn.now)
    turn.forgotten = True
    turn.resident = replace(turn.resident, language=language)
    await turn.say(turn.text("delete-done-all"))


async def _own(turn: Turn) -> list[Concern]:
    return await turn.tx.concerns.of_resident(turn.resident.id, limit=100)


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


def _yes_no(turn: Turn, yes: Action) -> tuple[tuple[Button, ...], ...]:
    no = Action(verb=Verb.DELETE_NOT)
    return (
        (Button(label=turn.label("delete-yes"), action=yes),),
        (Button(label=turn.label("delete-no"), action=no),),
    )


def _everything(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    action = Action(verb=Verb.DELETE_ALL_ASK)
    return ((Button(label=turn.label("delete-button-all"), action=action),),)
