"""A small, right configuration to break in tests."""

from pathlib import Path

BRABOT = """\
languages = ["sv", "en"]

[municipality]
name = "Lillköpings kommun"
short_name = "Lillköping"
council = { sv = "Brottsförebyggande rådet", en = "The council" }
bot_name = "Bråbot"
code = "1490"
timezone = "Europe/Stockholm"
no_area_names = ["Lillköping"]
bounds = { south = 57.0, west = 12.0, north = 58.0, east = 14.0 }

[controller]
name = "Kommunstyrelsen"
contact_email = "bra@lillkoping.example"
dpo_email = "dso@lillkoping.example"
purpose = { sv = "Därför.", en = "Because." }
legal_basis = { sv = "Lagen.", en = "The law." }
who_reads = { sv = "Samordnarna.", en = "The coordinators." }
not_a_police_report = { sv = "Inte en polisanmälan.", en = "Not a police report." }

[retention]
contact_days_after_closing = 90
original_text_days = 180
concern_days = 730
unsorted_days = 30

[digest]
weekday = "måndag"
time = "07:30"

[digest.schedule.norr]
weekday = "fredag"
time = "08:00"

[meetings]
council = ["2026-02-11", 2026-06-03]
focus_areas.norr = [2026-04-15]

[[helpline]]
danger = "suicide"
label = { sv = "Mind", en = "Mind" }
number = "90101"
hours = { sv = "dygnet runt", en = "day and night" }

[[helpline]]
danger = "partner_violence"
label = { sv = "Kvinnofridslinjen", en = "Kvinnofridslinjen" }
number = "020-50 50 50"
hours = { sv = "dygnet runt", en = "day and night" }

[[helpline]]
danger = "child"
label = { sv = "Bris", en = "Bris" }
number = "116 111"
hours = { sv = "dygnet runt", en = "day and night" }
"""

THEMES = """\
[[focus_area]]
id = "trafik"
label = { sv = "Trafik", en = "Traffic" }

[[focus_area]]
id = "norr"
label = { sv = "Norr", en = "North" }
areas = ["Norrängen"]

[[theme]]
id = "buskorning"
focus_area = "trafik"
label = { sv = "Buskörning", en = "Reckless riding" }
keywords = ["moped", "EPA"]
precision = 0.8
"""

PLACES = """\
name;kind;area;lat;lon;aliases;source
Lillköping;locality;Lillköping;57.5;13.0;;test
Norrängen;area;Norrängen;57.6;13.1;norr|ängen;test
Storgatan;street;Norrängen;;;;test
Storgatan;stop;Norrängen;57.61;13.11;;test
Långån;water;;;;;test
"""

EXAMPLES = "# Påhittade.\n\n" + "".join(f"Mopederna kör fort, gång {n}.\n" for n in range(12))

Edit = tuple[str, str, str]
"""File, what stands in it, what it becomes."""


def write_config(directory: Path, *edits: Edit) -> Path:
    """A right configuration in `directory`, with the edits made."""
    contents = {
        "brabot.toml": BRABOT,
        "themes.toml": THEMES,
        "places.csv": PLACES,
        "examples/buskorning.txt": EXAMPLES,
    }
    for file, old, new in edits:
        assert contents[file].count(old) == 1, f"{old!r} must stand once in {file}"
        contents[file] = contents[file].replace(old, new)
    (directory / "examples").mkdir(parents=True)
    for file, content in contents.items():
        (directory / file).write_text(content, "utf-8")
    return directory


def line_of(file: str, text: str) -> int:
    """The line that `text` begins on in the right configuration."""
    content = {"brabot.toml": BRABOT, "themes.toml": THEMES, "places.csv": PLACES}[file]
    return content[: content.index(text)].count("\n") + 1
