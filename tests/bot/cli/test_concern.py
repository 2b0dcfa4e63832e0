import re
import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.cli.main import run_command_line
from storage.concerns import NewConcern, NewMessage, StoredTheme

from .environment import settle_in, stored

NOW = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)  # 23:30 in Stockholm, a Wednesday of week 47
WEEK = timedelta(weeks=1)
ORIGINAL = "Kalle Testsson kör moped, ring 070-1740605"
MASKED = "[namn] kör moped, ring [telefon]"


@pytest.fixture
def config(monkeypatch, tmp_path):
    return settle_in(monkeypatch, tmp_path)


@pytest.fixture
def brabot(config, monkeypatch, capsys):
    """`brabot concern …`: its exit code, what it printed, and what it told."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["brabot", "concern", *arguments, "--config", str(config)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run_command_line()
        printed = capsys.readouterr()
        return ended.value.code or 0, printed.out, printed.err

    return run


@pytest.fixture
def tell(config):
    """Something told at a time; its reference."""

    def told(text=ORIGINAL, masked=MASKED, at=NOW, **changes):
        async def record(tx):
            values = {
                "source": "telegram",
                "told_at": at,
                "kind": "concern",
                "urgency": "normal",
                "recurring": True,
                "language": "sv",
                "area": "Norr",
                "themes": (StoredTheme(id="buskorning", score=0.93),),
                "places": (),
                "needs_human": False,
                "config_version": "v1",
                "message": NewMessage(told_at=at, text=text, masked=masked, reading={}),
            }
            return (await tx.concerns.record(NewConcern(**{**values, **changes}), now=at)).reference

        return stored(record)

    return told


def logged():
    return stored(lambda tx: tx.audit.entries())


def references(output):
    return [line.split()[0] for line in output.splitlines()]


def test_the_list_has_a_line_each_with_local_time_and_masked_text(brabot, tell):
    older = tell(at=NOW - WEEK, area=None, themes=(), urgency="soon")
    newer = tell()

    code, out, _ = brabot("list")

    assert code == 0
    first, last = out.splitlines()
    assert first.split()[:7] == [older, "2026-11-11", "23:30", "new", "concern", "soon", "–"]
    assert last.split()[6:8] == ["buskorning", "Norr"]
    assert last.startswith(newer)
    assert last.endswith(MASKED)
    assert "Kalle" not in out


def test_the_list_can_be_narrowed_to_what_waits_for_a_human(brabot, tell):
    old = tell(at=NOW - WEEK, needs_human=True)
    clear, unclear, followed = tell(), tell(needs_human=True), tell(needs_human=True)
    brabot("status", followed, "open")

    assert references(brabot("list", "--needs-human")[1]) == [old, unclear, followed]
    assert references(brabot("list", "--week", "2026-W47")[1]) == [clear, unclear, followed]
    narrow = ("--needs-human", "--status", "new", "--week", "2026-W47")
    assert references(brabot("list", *narrow)[1]) == [unclear]


def test_a_week_is_the_municipalitys_own(brabot, tell):
    monday = datetime(2026, 11, 15, 23, 30, tzinfo=UTC)  # 00:30 on Monday of week 47
    reference = tell(at=monday)

    assert references(brabot("list", "--week", "2026-W47")[1]) == [reference]
    assert brabot("list", "--week", "2026-W46")[1] == ""


def test_a_long_list_ends_with_the_newest_and_says_that_there_are_more(brabot, tell):
    _, *newest = [tell(at=NOW + timedelta(hours=hour)) for hour in range(3)]

    code, out, err = brabot("list", "--limit", "2")

    assert (code, references(out)) == (0, newest)
    assert "äldre" in err
    assert "äldre" not in brabot("list", "--limit", "3")[2]


def test_what_is_long_is_cut_and_what_steers_a_terminal_is_not_printed(brabot, tell):
    wicked = "\x1b[2Jrad ett\nrad två\u202e " + "mycket " * 20
    reference = tell(masked=wicked)

    _, listed, _ = brabot("list")
    _, shown, _ = brabot("show", reference)

    (line,) = listed.splitlines()
    assert "rad ett rad två" in line
    assert line.endswith("…")
    assert "rad ett\nrad två" in shown
    assert "\x1b" not in listed + shown
    assert "\u202e" not in listed + shown


def test_one_is_shown_with_all_that_is_known_but_the_original(brabot, tell):
    reference = tell(needs_human=True)

    code, out, _ = brabot("show", reference.lower())

    assert code == 0
    assert "Buskörning (buskorning) 93%" in out
    assert "2026-11-18 23:30 (Telegram)" in out
    assert re.search(r"^Sorterat under: +version v1$", out, re.M)
    assert out.endswith(f"Maskerad text:\n{MASKED}\n")
    assert "Kalle" not in out
    assert logged() == []


def test_the_original_is_shown_for_a_reason_and_both_are_logged(brabot, tell):
    reference = tell()

    code, out, err = brabot(
        "show", reference, "--original", "--reason", "Var är det?", "--by", "Eva"
    )

    assert code == 0
    assert out.endswith(f"\nOriginaltext:\n{ORIGINAL}\n")
    assert "antecknat" in err
    (entry,) = logged()
    assert (entry.actor, entry.action, entry.detail) == (
        "cli:Eva",
        "original_read",
        {"reason": "Var är det?"},
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("--original",),
        ("--original", "--reason", "  "),
        ("--original", "--reason", "rad\nrad"),
        ("--original", "--reason", "a" * 201),
        ("--original", "--reason", "Oklart", "--by", ""),
        ("--reason", "Oklart"),
    ],
)
def test_without_a_proper_reason_no_original_is_shown_and_nothing_logged(brabot, tell, arguments):
    reference = tell()

    code, out, err = brabot("show", reference, *arguments)

    assert (code, out) == (2, "")
    assert err
    assert logged() == []


def test_an_original_that_retention_took_is_told(brabot, tell):
    reference = tell(at=datetime(2020, 3, 1, tzinfo=UTC))
    stored(lambda tx: tx.retention._concerns.drop_texts(NOW))

    code, out, err = brabot("show", reference, "--original", "--reason", "Oklart")

    assert code == 0
    assert MASKED in out
    assert "1 av 1 meddelanden är gallrat" in err


def test_a_status_is_set_shown_and_logged_once(brabot, tell):
    reference = tell()

    assert f"{reference}: new → done." in brabot("status", reference, "done", "--by", "Eva")[2]
    assert "redan" in brabot("status", reference, "done")[2]

    _, out, _ = brabot("show", reference)
    assert "Status:              åtgärdat" in out
    assert f"Avslutat:            {datetime.now(UTC).year}" in out
    (entry,) = logged()
    assert (entry.actor, entry.action, entry.detail) == (
        "cli:Eva",
        "concern_status_set",
        {"from": "new", "to": "done"},
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "B-XXXX"), "finns inte"),
        (("show", "B-XXXX", "--original", "--reason", "Oklart"), "finns inte"),
        (("status", "B-XXXX", "done"), "finns inte"),
        (("status", "B-XXXX", "clsed"), 'Menade du "closed"'),
        (("list", "--status", "stängd"), "Det finns: new, open, done, closed"),
        (("list", "--week", "2026-47"), 'Menade du "2026-W47"'),
        (("list", "--limit", "0"), "limit"),
    ],
)
def test_wrong_input_is_told_with_exit_code_2(brabot, arguments, said):
    code, out, err = brabot(*arguments)

    assert (code, out) == (2, "")
    assert said in err


def test_an_empty_list_says_so(brabot):
    code, out, err = brabot("list")

    assert (code, out) == (0, "")
    assert "Det finns inget sådant tips." in err


def test_a_coordinator_corrects_the_theme_and_who_did_is_kept(brabot, tell):
    reference = tell(themes=(StoredTheme(id="brand", score=0.4),))
    code, _, err = brabot("theme", reference.lower(), "buskorning", "--by", "Anna Testsson")
    assert (code, err) == (0, f"{reference}: brand → buskorning.\n")
    (kept,) = stored(lambda tx: tx.corrections.all())
    assert (kept.by, kept.read.names, kept.said.names) == (
        "cli:Anna Testsson",
        ("brand",),
        ("buskorning",),
    )
    assert logged()[0].actor == "cli:Anna Testsson"
    assert "Buskörning (buskorning) enligt samordnare" in brabot("show", reference)[1]


def test_a_coordinator_corrects_the_place(brabot, tell):
    reference = tell(area=None)
    code, _, err = brabot("place", reference, "Norrängen")
    assert (code, err) == (0, f"{reference}: utan område → Norrängen.\n")
    (kept,) = stored(lambda tx: tx.corrections.all())
    assert (kept.by, kept.read.area, kept.said.area) == ("cli", None, "Norrängen")
    assert logged()[0].action == "concern_area_set"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("theme", "{}", "buskörning"), 'Menade du "buskorning"?'),
        (("place", "{}", "Norrangen"), 'Menade du "Norrängen"?'),
        (("theme", "B-0000", "buskorning"), "finns inte"),
        (("place", "B-0000", "Norrängen"), "finns inte"),
        (("theme", "{}", "buskorning", "--by", " "), "tomt"),
    ],
)
def test_a_correction_of_what_is_not_there_is_refused_with_a_remedy(brabot, tell, arguments, said):
    reference = tell()
    code, _, err = brabot(*(a.format(reference) for a in arguments))
    assert code == 2
    assert said in err
    assert stored(lambda tx: tx.corrections.all()) == []
