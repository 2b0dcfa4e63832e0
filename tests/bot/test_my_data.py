"""The files in which a resident gets all that is kept of them."""

import json
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from bot.my_data import Packing
from storage.concern_values import Concern, Status, StoredPlace, StoredTheme
from storage.following import Followed
from storage.media import Media, MediaState
from storage.muting import Mute
from storage.my_data import (
    Happened,
    Held,
    KeptAnswer,
    KeptConcern,
    KeptCorrection,
    KeptFile,
    KeptText,
    MyData,
    Waiting,
)
from tests.bot.talk import CONFIG, TEXTS

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
PICTURE = b"\xff\xd8\xff bild"


def all_of_it(language: str) -> MyData:
    concern = Concern(
        id=3,
        reference="B-7K3Q",
        source="telegram",
        told_at=NOW,
        kind="concern",
        urgency="soon",
        recurring=True,
        language="sv",
        area="Norrby",
        themes=(StoredTheme(id="buskorning", score=0.9),),
        places=(StoredPlace(name="Norrby torg"),),
        status=Status.DONE,
        needs_human=False,
        pseudonym="P-9XYZ",
        message_count=2,
        masked="[namn] kör",
        resident_id=1,
        closed_at=NOW,
    )
    picture = Media(
        id=1,
        concern_id=3,
        kind="photo",
        state=MediaState.KEPT,
        reason=None,
        media_type="image/jpeg",
        size=len(PICTURE),
        told_at=NOW,
    )
    kept = KeptConcern(
        concern=concern,
        recorded_at=NOW,
        texts=(
            KeptText(told_at=NOW, text="Berit <b>kör</b> & kör", masked="[namn] kör", reading={}),
            KeptText(told_at=NOW, text=None, masked="gammalt", reading={"kind": "concern"}),
        ),
        files=(
            KeptFile(about=picture, content=PICTURE),
            KeptFile(about=picture, content=None),
        ),
        corrections=(
            KeptCorrection(at=NOW, by="council", what="place", area="Hulta", names=("Hulta",)),
        ),
        answers=(
            KeptAnswer(
                at=NOW,
                by="council",
                kind="answer",
                status=None,
                text="Vi har pratat med dem",
                reach="came",
            ),
        ),
        held=Held(since=NOW, decision="2026/77"),
        history=(Happened(at=NOW, what="concern_status_set", status="done"),),
    )
    return MyData(
        resident_id=1,
        language=language,
        language_chosen=True,
        since=NOW - timedelta(days=3),
        conversation={"asked": "place"},
        mute=Mute(
            resident_id=1, reason="Skälet", actor="cli:eva", muted_at=NOW, until=None, told_at=None
        ),
        following=(Followed(area="Hestra", since=NOW),),
        concerns=(kept,),
        waiting=(Waiting(since=NOW, what="sendMessage", text="Tack för att du berättar"),),
        unhandled=(Waiting(since=NOW, what="update", text='{"text": "hej"}'),),
    )


async def packed(language: str) -> tuple[str, dict[str, Any]]:
    packing = Packing(config=CONFIG, texts=TEXTS)
    page, values = await packing.packed(all_of_it(language), telegram_id=4711, now=NOW)
    assert (page.name, values.name) == ("mindata-2026-11-18.html", "mindata-2026-11-18.json")
    return page.content.decode(), json.loads(values.content)


@pytest.mark.parametrize("language", CONFIG.languages)
async def test_the_page_and_the_json_hold_the_same_and_nobody_elses_name(language):
    page, values = await packed(language)
    read = unescape(page)
    said = json.dumps(values, ensure_ascii=False)
    for told in (
        "4711",
        "B-7K3Q",
        "P-9XYZ",
        "[namn] kör",
        "gammalt",
        "Hulta",
        "Hestra",
        "2026/77",
        "Skälet",
        "Norrby torg",
        "Vi har pratat med dem",
        "Tack för att du berättar",
        b64encode(PICTURE).decode(),
        CONFIG.controller.dpo_email,
    ):
        assert told in read and told in said, told
    assert "Berit <b>kör</b> & kör" in read and "<b>kör</b>" not in page
    assert "cli:eva" not in said + page
    assert values["rules"]["retention_days"]["concern_days"] == CONFIG.retention.concern_days


@pytest.mark.parametrize(("language", "way"), [("sv-simple", "ltr"), ("ar", "rtl"), ("fa", "rtl")])
async def test_the_page_is_read_in_the_direction_of_its_language(language, way):
    page, _ = await packed(language)
    assert f'<html lang="{language.partition("-")[0]}" dir="{way}">' in page


async def test_the_page_loads_nothing_and_runs_nothing():
    page, _ = await packed("sv")
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page and page.count("<h1>") == 1
    assert "alt='" in page


async def test_a_file_that_is_too_big_is_named_with_where_to_ask_for_it():
    page, _ = await packed("sv")
    assert f"Be om den hos {CONFIG.controller.contact_email}" in page
