"""A change that takes a theme's concerns away is refused, unless somebody says why."""

import json
import re
from importlib.util import find_spec

import pytest
from typer.testing import CliRunner

from bot.cli.main import build_command_line
from tests.bot.tuning.conftest import TOLD_AT, WordReader

from .environment import settle_in, stored

AFTER = WordReader(moped={"themes": [], "area": "Norrängen"})


@pytest.fixture
def brabot(monkeypatch, tmp_path):
    config = settle_in(monkeypatch, tmp_path)
    monkeypatch.setattr("bot.app.build_reader", lambda *_, **__: AFTER)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words):
        return CliRunner().invoke(
            build_command_line(words[:1]), [*words, "--config", str(config)], catch_exceptions=False
        )

    return run


@pytest.fixture
def three_mopeds(brabot, new_concern):
    async def keep(tx):
        for n in range(3):
            await tx.concerns.record(new_concern(f"gång {n} en moped kör"), now=TOLD_AT)

    stored(keep)


@pytest.fixture
def new_concern():
    from storage.concerns import NewConcern, NewMessage, StoredTheme

    def build(text):
        return NewConcern(
            source="import",
            told_at=TOLD_AT,
            kind="concern",
            urgency="normal",
            recurring=False,
            language="sv",
            area="Norrängen",
            themes=(StoredTheme(id="buskorning", score=0.9),),
            places=(),
            needs_human=False,
            config_version="before",
            message=NewMessage(told_at=TOLD_AT, text=text, masked=text, reading={}),
        )

    return build


IMPACT = ("config", "impact", "--weeks", "520")


def test_a_change_that_empties_a_theme_is_refused(brabot, three_mopeds):
    refused = brabot(*IMPACT)
    assert refused.exit_code == 1
    assert "Buskörning töms: alla 3 tips flyttar." in refused.stdout
    assert "--accept-loss" in refused.stderr


def test_a_reason_lets_it_through_and_stands_in_the_log(brabot, three_mopeds):
    assert brabot(*IMPACT, "--accept-loss", "Temat slås ihop", "--by", "Testa").exit_code == 0
    (entry,) = stored(lambda tx: tx.audit.entries(limit=1))
    assert (entry.action, entry.actor) == ("config_loss_accepted", "cli:Testa")
    assert entry.detail["reason"] == "Temat slås ihop"
    assert entry.detail["losses"] == [{"theme": "buskorning", "before": 3, "lost": 3, "to": None}]


def test_an_empty_reason_is_none(brabot, three_mopeds):
    from bot.errors import InputInvalid

    with pytest.raises(InputInvalid, match="är tomt"):
        brabot(*IMPACT, "--accept-loss", " ")


def test_it_can_be_read_by_programs_and_as_a_page(brabot, three_mopeds, tmp_path):
    page = tmp_path / "impact.html"
    told = brabot(*IMPACT, "--json", "--html", str(page))
    assert json.loads(told.stdout)["moves"] == [{"from": "buskorning", "to": None, "concerns": 3}]
    shown = page.read_text("utf-8")
    assert "gång 2 en moped kör" in shown
    assert '<th scope="row">Trafik</th>' in shown
    assert "prefers-color-scheme: dark" in shown
    assert not re.search(r"https?://|src=|<script|@import|url\(", shown)


def test_resort_puts_it_live_and_the_log_tells_who(brabot, three_mopeds):
    done = brabot("resort", "--by", "Testa")
    assert done.exit_code == 0
    assert "3 omlästa: 3 får andra teman" in done.stdout
    (entry,) = stored(lambda tx: tx.audit.entries(limit=1))
    assert (entry.action, entry.actor) == ("archive_resorted", "cli:Testa")
    assert entry.detail["themes"] == 3
    assert entry.detail["whole"]


def test_a_dry_run_of_resort_leaves_no_trace(brabot, three_mopeds):
    told = brabot("resort", "--dry-run")
    assert "Inget har ändrats" in told.stderr
    assert stored(lambda tx: tx.audit.entries(limit=9)) == []


def test_many_processes_that_could_not_be_given_the_model_are_one_that_says_so(
    brabot, three_mopeds
):
    done = brabot("resort", "--processes", "2", "--dry-run")
    assert "3 omlästa: 3 får andra teman" in done.stdout
    assert "en process läser allt" in done.stderr
    assert brabot(*IMPACT, "--processes", "2", "--json").exit_code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("tls://127.0.0.1:1",), "skriv --cluster före"),
        (("--cluster", "tcp://10.0.0.7:8786"), "okrypterat"),
        (("--cluster", "tls://127.0.0.1:1", "--processes", "2"), "utan adress"),
    ],
)
def test_a_cluster_that_cannot_be_used_is_refused_before_anything_is_read(brabot, words, told):
    from bot.errors import InputInvalid

    if "--cluster" in words and find_spec("distributed") is None:
        pytest.skip("the extra `cluster` is not installed")
    with pytest.raises(InputInvalid, match=told):
        brabot("resort", *words)
