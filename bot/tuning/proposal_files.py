"""Files of proposals: a line that is moved as it stands is an example or a keyword."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.config.config import Config
from bot.config.suggestions import MARK
from bot.errors import DirectoryUnusable, InputInvalid
from bot.tuning.gain_words import gain_words, read_as_words, together_words
from bot.tuning.proposals import Proposal, Proposals, Proposed
from bot.tuning.suggested import Disputed
from storage.concern_values import Origin
from storage.private_files import private_file

DISPUTED = "_oense.txt"
"""No theme's id begins so."""
_NO = "# nej"
_IGNORED = ".gitignore"
_ROLES = {Origin.RESIDENT: "invånare", Origin.COORDINATOR: "samordnare"}


def prepare(folder: Path) -> None:
    """Make the folder, which git leaves out.

    Raises:
        DirectoryUnusable: it cannot be written in.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _IGNORED).write_text("*\n", "utf-8")
    except OSError as error:
        raise DirectoryUnusable(
            f"{folder} går inte att skriva i ({error.strerror}). Ange en annan katalog med --out."
        ) from error


def read_refused(folder: Path) -> dict[str, frozenset[str]]:
    """By theme the lines that stand under `# nej`.

    Raises:
        InputInvalid: a file is not UTF-8.
    """
    found = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputInvalid(
                f"{path} är inte sparad i UTF-8. Spara om den så, eller ta bort den."
            ) from error
        lines = [line.strip() for line in text.splitlines()]
        if _NO in lines:
            under = lines[lines.index(_NO) + 1 :]
            found[path.stem] = frozenset(line for line in under if line and line[0] != "#")
    return found


def write_proposals(
    folder: Path,
    found: Proposals,
    disputed: Iterable[Disputed],
    config: Config,
    *,
    only: str | None = None,
) -> list[Path]:
    """Write a file for each theme (or the one) with proposals, and one of the disagreements.

    Files of earlier proposals that nothing is left for are deleted: what they tell may have
    been deleted by whoever told it. Only the owner may read the files. Gives the files written.

    Raises:
        StorageError: the folder, which `prepare` made, cannot be written in.
    """
    texts = {
        f"{one.theme}.txt": "\n".join(_file(one, config))
        for one in found.themes
        if only in (None, one.theme) and (one.sentences or one.keywords or one.refused)
    }
    if told := list(disputed):
        texts[DISPUTED] = "\n".join(_disputes(told, config))
    for path in sorted(folder.glob("*.txt")):
        rewritten = only in (None, path.stem) or path.name == DISPUTED
        if rewritten and path.name not in texts and path.read_text("utf-8-sig").startswith(MARK):
            path.unlink()
    written = []
    for name, text in texts.items():
        with private_file(folder / name, replace=True) as file:
            file.write(text.encode("utf-8"))
        written.append(folder / name)
    return written


def _file(one: Proposed, config: Config) -> Iterator[str]:
    theme = config.theme(one.theme)
    label = one.theme if theme is None else theme.label["sv"]
    yield MARK
    yield f"# {label} ({one.theme})"
    yield "#"
    yield "# Läs en rad innan du tar den: den är skriven av en invånare. Namn är borttagna, och"
    yield "# platser är utbytta mot …, men den ska inte peka ut någon på annat sätt heller."
    yield "# Flytta raden som den är dit det står. Flytta den till slutet, under nej, om du inte"
    yield "# vill se den igen. En rad som du tar bort, eller låter stå, kommer tillbaka."
    if one.sentences:
        yield from ("", f"# === Meningar: flytta till examples/{one.theme}.txt", "#")
        yield from together_words(one)
        for sentence in one.sentences:
            yield from ("", f"# {_origin(sentence)}{read_as_words(sentence, one.theme, config)}")
            yield f"# {gain_words(sentence.gain)}"
            yield sentence.line
        if one.more:
            yield from ("", f"# … och {one.more} meningar till, som redan läses rätt eller nästan.")
    if one.keywords:
        where = f'keywords = [ … ] för id = "{one.theme}" i themes.toml'
        yield from ("", f"# === Nyckelord: flytta till {where}")
        for keyword in one.keywords:
            yield from ("", f"# {_origin(keyword)}")
            yield f"# {gain_words(keyword.gain)}"
            yield keyword.line
    yield from ("", "# === Det du inte vill ha: flytta raden hit, under nej", _NO, *one.refused, "")


def _origin(one: Proposal) -> str:
    people = "en person" if one.people == 1 else f"minst {one.people} personer"
    return f"{one.concerns} tips av {people}."


def _disputes(disputed: Iterable[Disputed], config: Config) -> Iterator[str]:
    yield MARK
    yield "# Det här är människor oense om. Inget av det föreslås, och inget räknas ihop till ett"
    yield "# svar. Är gränsen mellan två teman oklar: bestäm vad som hör till vilket, och skriv"
    yield "# egna exempel som visar skillnaden."
    for one in disputed:
        yield from ("", f"# ”{one.text}”")
        for theme, roles in one.said.items():
            yield f"#     {_theme_name(theme, config)}: {_who(roles)}"
        for theme in one.examples:
            yield f"#     {_theme_name(theme, config)}: ett exempel i examples/{theme}.txt"
    yield ""


def _who(roles: Mapping[Origin, int]) -> str:
    return ", ".join(f"{count} {_ROLES[role]}" for role, count in sorted(roles.items()))


def _theme_name(theme_id: str | None, config: Config) -> str:
    if theme_id is None:
        return "inget tema passar"
    theme = config.theme(theme_id)
    return theme_id if theme is None else theme.label["sv"]
