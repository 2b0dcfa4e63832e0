"""What is done with a single concern: find it, read it, say how far the work has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.answering import Teller, Told, fit_for_residents
from bot.digest.weeks import Week
from bot.errors import InputInvalid
from storage.concern_values import Concern, Status
from storage.database import Transaction

_MOST_CHARS = 200


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which concerns to list: the `limit` told last of all that match.

    Of the `answered` ones, in which the resident has the last word, those answered last.
    """

    limit: int
    week: Week | None = None
    status: Status | None = None
    needs_human: bool = False
    answered: bool = False


@dataclass(frozen=True, kw_only=True)
class Listed:
    """The concerns wanted, the newest last; `more` tells that older ones match too."""

    concerns: Sequence[Concern]
    more: bool


@dataclass(frozen=True, kw_only=True)
class Original:
    """A concern and the original texts that are still kept of its messages, the oldest first."""

    concern: Concern
    texts: Sequence[str]


async def list_concerns(tx: Transaction, wanted: Wanted, zone: ZoneInfo) -> Listed:
    """The concerns of all kinds that are wanted; weeks are those of `zone`."""
    if wanted.answered:
        answered = await tx.answers.answered_back(limit=wanted.limit + 1)
        return Listed(concerns=answered[: wanted.limit][::-1], more=len(answered) > wanted.limit)
    found = await tx.concerns.latest(
        limit=wanted.limit + 1,
        between=wanted.week.bounds(zone) if wanted.week else None,
        status=wanted.status,
        needs_human=wanted.needs_human,
    )
    return Listed(concerns=found[-wanted.limit :], more=len(found) > wanted.limit)


async def find_concern(tx: Transaction, reference: str) -> Concern:
    """The concern with that reference.

    Raises:
        InputInvalid: there is none (any more).
    """
    concern = await tx.concerns.by_reference(reference)
    if concern is None:
        raise InputInvalid(
            f'"{reference}" finns inte. Det kan vara borttaget av den som skrev, eller gallrat. '
            "`brabot concern list` visar referenserna."
        )
    return concern


async def read_original(
    tx: Transaction, reference: str, *, reason: str, actor: str, now: datetime
) -> Original:
    """The original texts of a concern; who looked, and why, is in the audit log for good.

    Show them once the transaction is kept, not before.

    Raises:
        InputInvalid: there is no such concern, or no reason is given.
    """
    why = plain_line(reason, "Skälet (--reason)")
    concern = await find_concern(tx, reference)
    texts = await tx.concerns.texts(concern.id, actor=actor, now=now, reason=why)
    return Original(concern=concern, texts=texts)


async def set_status(
    tx: Transaction, reference: str, status: Status, teller: Teller, *, note: str | None = None
) -> tuple[Concern, Told]:
    """Say how far the work has come, and have it told; the concern as it was.

    Raises:
        InputInvalid: there is no such concern.
    """
    concern = await find_concern(tx, reference)
    return concern, await teller.set_status(tx, concern, status, note=note)


async def answer(
    tx: Transaction, reference: str, text: str, teller: Teller
) -> tuple[Concern, Told]:
    """Answer who told a concern, as written; the concern.

    Raises:
        InputInvalid: there is no such concern.
    """
    concern = await find_concern(tx, reference)
    return concern, await teller.answer(tx, concern, text)


async def hold(
    tx: Transaction, reference: str, *, reason: str, decision: str, actor: str, now: datetime
) -> Concern:
    """Keep a concern by a decision, whatever retention says; the concern.

    Raises:
        InputInvalid: there is no such concern, or the reason or the decision is missing.
    """
    why = plain_line(reason, "Skälet (--reason)")
    number = plain_line(decision, "Beslutets nummer (--decision)")
    concern = await find_concern(tx, reference)
    await tx.holds.add(concern.id, decision=number, reason=why, actor=actor, now=now)
    return concern


async def lift_hold(tx: Transaction, reference: str, *, actor: str, now: datetime) -> Concern:
    """Let retention have a concern again; the concern.

    Raises:
        InputInvalid: there is no such concern, or it is not held.
    """
    concern = await find_concern(tx, reference)
    if not await tx.holds.lift(concern.id, actor=actor, now=now):
        raise InputInvalid(
            f"{concern.reference} är inte låst. `brabot hold list` visar vad som är det."
        )
    return concern


def note_for(status: Status, note: str) -> str:
    """The note that goes with a status.

    Raises:
        InputInvalid: the status does not close anything, or the note cannot be sent.
    """
    if not status.closes:
        raise InputInvalid(
            "--note går bara med done och closed. Skriv annars: brabot concern answer REF TEXT."
        )
    return fit_for_residents(note, "Kommentaren (--note)")


def actor(by: str | None) -> str:
    """Who works at the command line, as it stands in the audit log: `cli` or `cli:NAME`.

    Raises:
        InputInvalid: the name is empty, too long or not printable.
    """
    return "cli" if by is None else f"cli:{plain_line(by, 'Namnet (--by)')}"


def parse_status(written: str) -> Status:
    """The status with that name.

    Raises:
        InputInvalid: there is none.
    """
    from bot.config.spelling import nearest

    known = [status.value for status in Status]
    if written not in known:
        guess = nearest(written, known)
        hint = f' Menade du "{guess}"?' if guess else ""
        raise InputInvalid(f'"{written}" är ingen status.{hint} Det finns: {", ".join(known)}.')
    return Status(written)


def plain_line(written: str, name: str) -> str:
    """What is written, without spaces around it, fit for the audit log.

    Raises:
        InputInvalid: nothing is written, too much, or what does not print on one line.
    """
    line = written.strip()
    if not line:
        raise InputInvalid(f"{name} är tomt. Det antecknas, så skriv något.")
    if len(line) > _MOST_CHARS or not line.isprintable():
        raise InputInvalid(f"{name} ska vara en rad med högst {_MOST_CHARS} tecken.")
    return line
