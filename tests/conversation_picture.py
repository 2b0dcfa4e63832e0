"""Draws docs/pictures/conversation.png: what the bot really answers, as a phone shows it.

python -m tests.conversation_picture    # needs Chromium
"""

import asyncio
import shutil
import subprocess
import tempfile
from datetime import timedelta
from pathlib import Path

from markupsafe import Markup, escape

from bot.app import build_reader
from bot.config.loader import load_config
from bot.config.locations import default_config_dir
from bot.config.settings import Settings
from bot.reading import ReadingService
from bot.texts.catalogue import load_texts
from storage.database import open_database
from tests.bot.dialogues.acts import message, user
from tests.bot.dialogues.conftest import KEYS
from tests.bot.dialogues.stage import Said, Stage, a_stage

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "conversation.png"
CONVERSATIONS = (
    "mopeder kör som tokar på gångvägen vid norrbytunneln varje kväll, snart blir nån påkörd",
    "hjälp dom slåss med kniv utanför porten nu",
)
STYLE = """
body { margin: 0; padding: 24px; width: 1040px; display: flex; gap: 28px; align-items: stretch;
       background: white; font: 17px/1.4 "DejaVu Sans", sans-serif; }
section { flex: 1; border-radius: 18px; overflow: hidden; background: #dfe7ee;
          box-shadow: 0 1px 4px #0003; padding-bottom: 14px; }
header { background: #2b5278; color: white; padding: 12px 18px; font-weight: bold; }
p { margin: 10px 14px 0; padding: 9px 13px; border-radius: 14px; background: white; width: 80%;
    box-sizing: border-box; white-space: pre-wrap; }
p.told { margin-left: auto; background: #e1f5d3; }
b { white-space: nowrap; }
.row { display: flex; gap: 6px; margin: 6px 14px 0; width: 80%; }
.row span { flex: 1; text-align: center; padding: 7px; border-radius: 9px; background: #5c7590;
            color: white; font-size: 15px; }
"""


def main() -> None:
    """Play the conversations, and have Chromium draw them."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Chromium is needed to draw the picture.")
    with tempfile.TemporaryDirectory() as directory:
        page = Path(directory) / "conversation.html"
        page.write_text(asyncio.run(_page(Path(directory))), "utf-8")
        shot = (f"--screenshot={PICTURE}", "--window-size=1088,660", "--hide-scrollbars")
        options = ("--headless", "--no-sandbox", "--disable-gpu", *shot)
        subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True)


async def _page(directory: Path) -> str:
    config = load_config(default_config_dir())
    reading = ReadingService(build_reader(config, Settings()))
    database = await open_database(f"sqlite:///{directory / 'brabot.db'}", KEYS)
    async with a_stage(
        database,
        config=config,
        texts=load_texts(config.languages, default=config.languages[0]),
        read=reading,
        area_at=reading.area_at,
    ) as stage:
        await _join_a_group(stage)
        phones = [
            await _phone(stage, number, text, config.municipality.bot_name)
            for number, text in enumerate(CONVERSATIONS, start=1)
        ]
    await database.close()
    reading.close()
    head = Markup('<!doctype html><meta charset="utf-8"><style>{}</style>').format(Markup(STYLE))
    return head + Markup().join(phones)


async def _join_a_group(stage: Stage) -> None:
    """Somebody has to be told of danger at once."""
    async with stage.database.transaction() as tx:
        code = await tx.groups.invite("vald", now=stage.at[0], valid_for=timedelta(days=7))
        await tx.groups.redeem(code, chat_id=-1_000_777, now=stage.at[0])


async def _phone(stage: Stage, number: int, text: str, name: str) -> Markup:
    """One resident's chat, who has been greeted before."""
    await _says(stage, number, "/start")
    answers = await _says(stage, number, text)
    told = Markup('<p class="told">{}</p>').format(text)
    return Markup("<section><header>{}</header>{}{}</section>").format(
        name, told, Markup().join(_bubble(said) for said in answers)
    )


async def _says(stage: Stage, number: int, text: str) -> list[Said]:
    made = message(user(number, "sv"), number=stage.number(), at=stage.at[0], text=text)
    return [said for said in await stage.happens({"message": made}) if said.chat_id > 0]


def _bubble(said: Said) -> Markup:
    rows = [
        Markup('<div class="row">{}</div>').format(
            Markup().join(Markup("<span>{}</span>").format(escape(b["text"])) for b in row)
        )
        for row in said.params.get("reply_markup", {}).get("inline_keyboard", [])
    ]
    return Markup("<p>{}</p>").format(Markup(said.html)) + Markup().join(rows)


if __name__ == "__main__":
    main()
