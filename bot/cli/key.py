"""`brabot key`: another secret key, and the old one given up."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import say, tell

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Byt den hemliga nyckeln.",
)
By = Annotated[
    str | None, typer.Option("--by", metavar="NAMN", help="Vem du är; antecknas i loggen.")
]


@app.command()
def rotate(by: By = None) -> None:
    """Gör en ny nyckel och kryptera om allt med den. Stoppa boten först."""
    from datetime import UTC, datetime

    from bot.cli.setup import settled
    from bot.cli.terminal import rows_progress
    from bot.concern_desk import actor
    from bot.storage_access import existing_secret
    from storage.key_files import new_file, old_file, prepare_new_key, put_in_place
    from storage.keys import Keyring
    from storage.rotation import rotate as change_key

    settings = settled()
    file = settings.secret_key_file.absolute()
    secret = existing_secret(settings)
    new_secret = prepare_new_key(file, secret)
    with rows_progress("Krypterar om och kontrollerar") as progress:
        done = change_key(
            settings.database_url,
            Keyring.from_secret(secret),
            Keyring.from_secret(new_secret),
            now=datetime.now(UTC),
            actor=actor(by),
            progress=progress,
        )
    if done.already:
        say("Databasen hade redan den nya nyckeln: bytet gjordes klart.")
    else:
        say(
            f"Databasen har en ny nyckel. {done.sealed} krypterade värden är omskrivna, lästa "
            f"igen och rätt; {done.recipients} avsändare och mottagare känns igen med den."
        )
    if settings.secret_key is None:
        put_in_place(file)
        tell(
            f"{file} är den nya nyckeln. Lägg en kopia av den på ett annat ställe.\n"
            f"Den gamla finns kvar i {old_file(file)}: säkerhetskopior från före bytet läses bara "
            "med den. Ta en ny kopia nu (brabot backup), och ta bort den gamla nyckeln när ingen "
            "kopia behöver den: brabot key forget-old."
        )
    else:
        tell(
            f"Den nya nyckeln ligger i {new_file(file)}. Sätt BRABOT_SECRET_KEY till den innan "
            "boten startas; den gamla öppnar inte databasen längre. Spara den gamla för "
            "säkerhetskopior från före bytet. Kör sedan brabot key forget-old, som tar bort filen."
        )
    tell(
        "Pseudonymerna är andra än före bytet, också de för den här månaden: det som stod i en "
        "lista förut (P-…) känns inte igen."
    )


@app.command("forget-old")
def forget_old() -> None:
    """Ta bort den gamla nyckeln, när ingen säkerhetskopia behöver den mer."""
    from bot.cli.setup import in_transaction, settled
    from bot.storage_access import existing_secret
    from storage.key_files import forget_old as forget

    settings = settled()
    secret = existing_secret(settings)
    in_transaction(settings, lambda tx: tx.audit.entries(limit=1))  # the key in use opens it
    gone: list[Path] = forget(settings.secret_key_file.absolute(), secret)
    for path in gone:
        say(f"{path} är borttagen.")
    if not gone:
        say("Det finns ingen gammal nyckel att ta bort.")
    else:
        tell("Säkerhetskopior från före bytet går inte att läsa mer på den här datorn.")
