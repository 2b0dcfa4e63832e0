"""What `brabot backup` and `brabot restore` say: how many of what, never what it says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from storage.backup import Contents
    from storage.restore import Restored

_NAMES = {
    "concern": "Ärenden",
    "message": "Meddelanden i dem",
    "resident": "Invånare",
    "conversation": "Samtal som pågår",
    "focus_group": "Grupper",
    "digest": "Sammanställningar",
    "delivery": "Utskick av dem",
    "inbox": "Meddelanden in",
    "outbox": "Meddelanden ut",
    "tombstone": "Minnen av borttaget",
    "audit": "Rader i loggen",
}
"""By table; of the others only the sum is shown."""


def contents_table(contents: "Contents") -> Table:
    """When it was taken, and how many of what it holds."""
    table = Table("Vad", "Antal", title=f"Säkerhetskopia från {_when(contents)}")
    table.columns[1].justify = "right"
    counts = contents.counts
    for name, label in _NAMES.items():
        table.add_row(label, str(counts.pop(name, 0)))
    table.add_row("Övriga rader", str(sum(counts.values())))
    return table


def what_became(restored: "Restored", *, resend: bool) -> Iterator[str]:
    """What the operator has to know after a restore, sentence by sentence."""
    yield f"Databasen är nu den från {_when(restored.contents)}. Starta boten."
    if restored.set_aside is not None:
        yield (
            f"Den förra databasen finns kvar: {restored.set_aside}. Den innehåller "
            "personuppgifter som inte gallras: ta bort den när den inte behövs mer."
        )
    later = restored.later
    if later is None:
        yield (
            "Vad som har hänt efter kopian är okänt: det som invånare har tagit bort sedan dess "
            "finns här igen, och en grupp som har tagits bort är med."
        )
    else:
        yield (
            "Det som invånare har tagit bort sedan kopian är borta här också: "
            f"{later.erased} ärenden, {later.forgotten} invånare."
        )
    if later is not None and later.whole:
        yield (
            "Från den förra databasen kommer vad som har tagits emot och skickats, grupperna, "
            "sammanställningarna och loggen: inget skickas två gånger."
        )
        if later.lost:
            yield f"{later.lost} ärenden har berättats efter kopian och finns bara i den förra."
    elif later is not None:
        yield "Resten av den förra databasen är skadad: vad som har skickats sedan är okänt."
    if restored.doubtful:
        yield _doubtful(restored.doubtful, resend=resend)


def _doubtful(count: int, *, resend: bool) -> str:
    if resend:
        return f"{count} meddelanden väntade när kopian togs. De skickas, kanske för andra gången."
    return (
        f"{count} meddelanden väntade när kopian togs och kan ha kommit fram. De skickas inte "
        "(med --resend skickas de)."
    )


def _when(contents: "Contents") -> str:
    return f"{contents.created_at.astimezone():%Y-%m-%d kl. %H:%M}"
