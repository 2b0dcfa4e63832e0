"""A configuration with two themes that may be shown and a sensitive one."""

from bot.config import load_config
from tests.bot.config.directory import write_config

THEMES = """
[[theme]]
id = "buller"
focus_area = "trafik"
label = { sv = "Buller", en = "Noise" }

[[theme]]
id = "vald"
focus_area = "trafik"
label = { sv = "Våld", en = "Violence" }
sensitive = true
"""
KNOWN = "Musiken dunkar över torget till långt in på natten"


def add_sorts(directory):
    """Add the themes to the small configuration there; an example of `buller` is KNOWN."""
    with (directory / "themes.toml").open("a", encoding="utf-8") as themes:
        themes.write(THEMES)
    for theme, word in (("buller", "Basen dånar"), ("vald", "De slogs")):
        lines = [f"{word} så att det hörs, gång {n}" for n in range(12)]
        text = "\n".join([*lines, KNOWN] if theme == "buller" else lines)
        (directory / "examples" / f"{theme}.txt").write_text(f"{text}\n", "utf-8")
    return directory


def load_sorts(directory):
    return load_config(add_sorts(write_config(directory)))
