"""The texts that people read, filled in and escaped in one place."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from bot.errors import TextMissing
from bot.texts.direction import RIGHT_TO_LEFT, right_to_left, undirected

GROUP_LANGUAGES: Final = ("sv", "en")
"""The languages that groups and admins are written to in; residents have more."""

EASY_SWEDISH: Final = "sv-simple"
"""Lätt svenska. `simple` is the registered variant for a simplified form of a language.

A private-use tag (`sv-x-…`) would be known to us alone, and is refused by locale libraries;
this one is taken as Swedish, its plurals included. Source: IANA Language Subtag Registry.
"""

_PARTS = ("", "digest_", "lagesbild_")
"""How the names of the files begin that hold the texts of a language."""

_NEAREST = {"hr": "bs", "sr": "bs", "sh": "bs", "cnr": "bs", "prs": "fa"}
"""Languages of a Telegram that are near enough to one of ours to be answered in it."""


class Texts:
    """Texts by language and key, as Telegram HTML.

    A language that is not there falls back to `default`, and so does a text that is not there
    in a language (those for groups and admins are in few). A key that is in neither, or a
    value that a text needs and was not given, is an error, never an empty message.
    """

    def __init__(self, sources: Mapping[str, str], *, default: str) -> None:
        if default not in sources:
            raise TextMissing(f"no texts in the default language {default!r}")
        self._sources = dict(sources)
        self._bundles: dict[str, FluentBundle] = {}
        self._words: dict[tuple[str, ...], frozenset[str]] = {}
        self._default = default

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are texts in, the default first."""
        return (self._default, *(x for x in self._sources if x != self._default))

    def supported(self, language: str | None) -> str:
        """The nearest language with texts: `en-GB` gives `en`, an unknown one the default."""
        tag = (language or "").lower()
        short = primary(tag)
        for known in (tag, short, _NEAREST.get(short, "")):
            if known in self._sources:
                return known
        return self._default

    def html(self, language: str, key: str, /, **values: str | int) -> str:
        """The text `key` as HTML; string values are escaped unless they are `Markup`.

        Raises:
            TextMissing: there is no such text, or it needs a value that was not given.
        """
        speaking = self.supported(language)
        if not self._bundle(speaking).has_message(key):
            speaking = self._default
        bundle = self._bundle(speaking)
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise TextMissing(f"no text {key!r} in {speaking!r}")
        safe = {k: v if isinstance(v, int) else str(escape(v)) for k, v in values.items()}
        text, errors = bundle.format_pattern(pattern, safe)
        if errors:
            raise TextMissing(f"text {key!r} in {speaking!r}: {errors[0]}")
        return right_to_left(str(text)) if speaking in RIGHT_TO_LEFT else str(text)

    def plain(self, language: str, key: str, /, **values: str | int) -> str:
        """The text `key` without markup, for buttons."""
        marked = {k: v if isinstance(v, int) else Markup(v) for k, v in values.items()}  # noqa: S704
        return self.html(language, key, **marked)

    def _bundle(self, language: str) -> FluentBundle:
        """The texts of a language, parsed when they are needed first: ten take half a second."""
        bundle = self._bundles.get(language)
        if bundle is None:
            bundle = self._bundles[language] = _bundle(language, self._sources[language])
        return bundle

    def words(self, language: str, *keys: str) -> frozenset[str]:
        """The words in these texts, commas between, as somebody may write them: in lower case."""
        known = self._words.get((language, *keys))
        if known is None:
            listed = ",".join(undirected(self.plain(language, key)) for key in keys)
            known = frozenset(word.strip().casefold() for word in listed.split(","))
            self._words[language, *keys] = known
        return known


def primary(language: str) -> str:
    """The language itself, without region or variant: `sv` for `sv-simple`."""
    return language.partition("-")[0]


def load_texts(languages: Iterable[str], *, default: str) -> Texts:
    """The shipped texts in the languages given, those of digests and lägesbilder included.

    Raises:
        TextMissing: a language has no file.
    """
    sources: dict[str, str] = {}
    folder = files("bot.texts")
    for language in languages:
        parts = [folder / f"{part}{language}.ftl" for part in _PARTS]
        if not parts[0].is_file():
            raise TextMissing(f"no texts in {language!r}")
        sources[language] = "\n".join(p.read_text("utf-8") for p in parts if p.is_file())
    return Texts(sources, default=default)


def _bundle(language: str, text: str) -> FluentBundle:
    # Isolating is done to whole texts, in `direction`; the other languages need none.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle
