"""What must be there before residents may write: languages, privacy texts, helplines."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files

from bot.config.files import TomlFile
from bot.config.models import BrabotFile, Controller
from bot.errors import ConfigError
from bot.texts.catalogue import GROUP_LANGUAGES
from nlp.reading import Danger

DANGERS_WITH_HELPLINE = (Danger.SUICIDE, Danger.PARTNER_VIOLENCE, Danger.CHILD)
PRIVACY_TEXTS = ("purpose", "legal_basis", "who_reads", "not_a_police_report")


def duty_faults(settings: TomlFile) -> Iterator[ConfigError]:
    """What brabot.toml still owes the residents, as far as its parts can be read."""
    languages: tuple[str, ...] | None = settings.part(BrabotFile, "languages")
    controller: Controller | None = settings.part(BrabotFile, "controller")
    if languages is not None:
        yield from _languages(settings, languages)
    if languages is not None and controller is not None:
        yield from _privacy_texts(settings, controller, languages)
    yield from _helplines(settings)


def languages_with_texts() -> tuple[str, ...]:
    """The languages that the bot's own texts are written in."""
    names = (item.name for item in files("bot.texts").iterdir())
    return tuple(sorted(n[:-4] for n in names if n.endswith(".ftl") and "_" not in n))


def _languages(settings: TomlFile, languages: Sequence[str]) -> Iterator[ConfigError]:
    fault = partial(ConfigError, file=settings.name, key="languages")
    translated = languages_with_texts()
    for index, language in enumerate(languages):
        line = settings.line("languages", index)
        if language not in translated:
            problem = f'boten har inga texter på språket "{language}".'
            yield fault(line=line, found=language, problem=problem, allowed=translated)
        if language in languages[:index]:
            problem = f'språket "{language}" står två gånger.'
            yield fault(line=line, found=language, problem=problem, remedy="Ta bort det ena.")
    if languages and languages[0] not in GROUP_LANGUAGES:
        yield fault(
            line=settings.line("languages", 0),
            found=languages[0],
            problem=f'"{languages[0]}" kan inte stå först: det är språket som grupperna får.',
            allowed=GROUP_LANGUAGES,
        )
    missing = [language for language in GROUP_LANGUAGES if language not in languages]
    if missing:
        yield fault(
            line=settings.line("languages"),
            problem=f"språk saknas: {', '.join(missing)}.",
            remedy="Svenska och engelska måste finnas med.",
        )


def _privacy_texts(
    settings: TomlFile, controller: Controller, languages: Sequence[str]
) -> Iterator[ConfigError]:
    for key in PRIVACY_TEXTS:
        missing = [language for language in languages if language not in getattr(controller, key)]
        if missing:
            yield ConfigError(
                file=settings.name,
                line=settings.line("controller", key),
                key=key,
                problem=f"{key} saknas på: {', '.join(missing)}.",
                remedy="Texten krävs på varje språk i languages, annars startar inte boten.",
            )


def _helplines(settings: TomlFile) -> Iterator[ConfigError]:
    covered = {str(table.get("danger")) for table in settings.tables("helpline")}
    missing = [danger for danger in DANGERS_WITH_HELPLINE if danger not in covered]
    if missing:
        yield ConfigError(
            file=settings.name,
            line=settings.line("helpline"),
            key="helpline",
            problem=f"hjälplinje saknas för: {', '.join(missing)}.",
            remedy="Lägg till en [[helpline]] med det värdet på danger.",
        )
