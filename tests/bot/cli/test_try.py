import sys
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console
from typer.testing import CliRunner

from bot.cli import try_text
from bot.cli.config import app
from bot.cli.shown_reading import shown_reading
from bot.config import load_config
from bot.errors import InputInvalid
from nlp.errors import TrainingImpossible
from nlp.reading import Danger, Kind, PersonalData, PlaceMention, Urgency
from tests.bot.fakes import a_reading

from .environment import settle_in

TEXT = "Kalle kör moped i norrängen, moped igen"
PII = (PersonalData(label="PERSON", start=0, end=5),)
PLACES = (PlaceMention(name="Norrängen", area="Norrängen", start=18, end=27),)
WHY = (
    "Sort: concern (0,97)",
    "Tema buskorning (0,90): moped, kör",
    "Näst bästa tema: annat (0,11)",
    "Plats Norrängen: ”norrängen”, område Norrängen",
    "Behöver en människa: temat är osäkert",
)


class Reads:
    """Reads every text as a concern about mopeds."""

    def __init__(self, config, *, show_progress=False):
        pass

    def read_one(self, text):
        return a_reading(text)


@pytest.fixture
def directory(monkeypatch, tmp_path):
    monkeypatch.setattr("nlp.reader.Reader", Reads)
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def config(directory):
    return load_config(directory)


@pytest.fixture
def tried(directory):
    def run(*arguments, stdin=""):
        given = ["try", *map(str, arguments), "--config", str(directory)]
        return CliRunner().invoke(app, given, input=stdin)

    return run


def reading(**changes):
    made = a_reading(TEXT, area="Norrängen", needs_human=True)
    return replace(made, **({"pii": PII, "places": PLACES, "why": WHY} | changes))


def drawn(config, text=TEXT, *, width=90, **changes):
    """What is shown, without and with colours."""
    console = Console(
        width=width, record=True, force_terminal=True, color_system="standard", file=StringIO()
    )
    console.print(shown_reading(text, reading(**changes), config, legend=True))
    return console.export_text(clear=False), console.export_text(styles=True)


def test_everything_read_is_shown_with_its_probability_and_words(config):
    plain, _ = drawn(config)
    for told in (
        "[namn] kör moped i norrängen",
        "0,97  tips eller oro",
        "0,90  Buskörning ←\N{NO-BREAK SPACE}moped, kör",
        "0,11  annat, näst bäst",
        "Hamnar hos        Trafik, Norr",
        "Språk             svenska",
        "ja: temat är osäkert",
        "examples/buskorning.txt",
    ):
        assert told in plain


def test_what_is_masked_is_not_shown(config):
    plain, _ = drawn(config)
    assert "Kalle" not in plain


def test_words_and_places_are_marked_where_they_stand(config):
    _, styled = drawn(config)
    assert styled.count("\x1b[1;35mmoped\x1b[0m") == 2
    assert "\x1b[4;36mnorrängen\x1b[0m" in styled
    assert "\x1b[7;33m[namn]\x1b[0m" in styled


def test_an_urgent_text_says_what_the_danger_is(config):
    plain, _ = drawn(config, urgency=Urgency.NOW, danger=Danger.LIFE)
    assert "nu, fara för liv" in plain


def test_what_is_no_concern_comes_to_no_group(config):
    values = {"kind": Kind.CHATTER, "themes": (), "places": (), "area": None, "why": ()}
    plain, _ = drawn(config, **values)
    assert "ingen grupp" in plain
    assert "Teman             inget" in plain


def test_what_would_steer_the_terminal_is_not_printed(config):
    _, styled = drawn(config, "hej\x1b[31m \u202edå", pii=(), places=(), why=())
    assert "hej\ufffd[31m \ufffddå" in styled


@pytest.mark.parametrize("width", [60, 80, 200])
def test_nothing_is_cut_off_in_a_narrow_window(config, width):
    plain, _ = drawn(config, width=width)
    assert "…" not in plain
    assert max(map(len, plain.splitlines())) <= width


def test_a_text_is_read_and_nothing_but_text_is_piped(tried):
    result = tried("moped på gatan")
    assert result.exit_code == 0
    assert "moped på gatan" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_file_has_a_text_on_each_line(tried, tmp_path):
    file = tmp_path / "texter.txt"
    file.write_text("\ufeffen moped\n\n  två mopeder \r\n", "utf-8")
    out = tried("--file", file).stdout
    assert out.count("Hamnar hos") == 2
    assert "│ två mopeder " in out


def test_texts_may_come_through_a_pipe(tried):
    assert tried(stdin="en moped\n\ntvå mopeder\n").stdout.count("Hamnar hos") == 2


def test_a_text_and_a_file_at_once_are_refused(tried, tmp_path):
    assert isinstance(tried("moped", "--file", tmp_path).exception, InputInvalid)


@pytest.mark.parametrize(
    ("arguments", "said"), [(["  "], "Texten är tom"), ([], "Ingen text kom in")]
)
def test_nothing_to_read_is_told(tried, arguments, said):
    assert said in str(tried(*arguments).exception)


def test_a_file_that_cannot_be_read_is_named(tried, tmp_path):
    file = tmp_path / "texter.txt"
    assert str(file) in str(tried("--file", file).exception)
    file.write_bytes("å".encode("latin-1"))
    assert "UTF-8" in str(tried("--file", file).exception)


@pytest.mark.parametrize("end", ["", EOFError()])
def test_texts_are_typed_until_an_empty_line_or_the_end(directory, monkeypatch, capsys, end):
    said = type_in(monkeypatch, "en moped", "två mopeder", end, "tre mopeder")
    try_text.try_text(config=directory)
    out = capsys.readouterr().out
    assert out.count("Hamnar hos") == 2
    assert said == ["tre mopeder"]


def test_what_goes_wrong_in_the_background_is_told_after_the_first_text(directory, monkeypatch):
    def cannot(config, *, show_progress=False):
        raise TrainingImpossible("Exemplen räcker inte.")

    monkeypatch.setattr("nlp.reader.Reader", cannot)
    type_in(monkeypatch, "en moped")
    with pytest.raises(TrainingImpossible):
        try_text.try_text(config=directory)


def type_in(monkeypatch, *lines):
    waiting = list(lines)

    def typed(prompt=""):
        line = waiting.pop(0)
        if isinstance(line, EOFError):
            raise line
        return line

    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return waiting
