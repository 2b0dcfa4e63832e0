"""The texts that people read, filled in and escaped in one place."""

from collections.abc import Iterable, Mapping
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

from bot.errors import TextMissing


class Texts:
    """Texts by language and key, as Telegram HTML.

    A language that is not there falls back to `default`; a key that is not there, or a
    value that a text needs and was not given, is an error, never an empty message.
    """

    def __init__(self, sources: Mapping[str, str], *, default: str) -> None:
        if default not in sources:
            raise TextMissing(f"no texts in the default language {default!r}")
        self._bundles = {language: _bundle(language, text) for language, text in sources.items()}
        self._default = default

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are texts in, the default first."""
        return (self._default, *(x for x in self._bundles if x != self._default))

    def supported(self, language: str | None) -> str:
        """The nearest language with texts: `en-GB` gives `en`, an unknown one the default."""
        short = (language or "").split("-")[0].lower()
        return short if short in self._bundles else self._default

    def html(self, language: str, key: str, /, **values: str | int) -> str:
        """The text `key` as HTML; string values are escaped unless they are `Markup`.

        Raises:
            TextMissing: there is no such text, or it needs a value that was not given.
        """
        bundle = self._bundles[self.supported(language)]
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise TextMissing(f"no text {key!r} in {self.supported(language)!r}")
        safe = {k: v if isinstance(v, int) else str(escape(v)) for k, v in values.items()}
        text, errors = bundle.format_pattern(pattern, safe)
        if errors:
            raise TextMissing(f"text {key!r} in {self.supported(language)!r}: {errors[0]}")
        return str(text)

    def plain(self, language: str, key: str, /, **values: str | int) -> str:
        """The text `key` without markup, for buttons."""
        marked = {k: v if isinstance(v, int) else Markup(v) for k, v in values.items()}  # noqa: S704
        return self.html(language, key, **marked)


def load_texts(languages: Iterable[str], *, default: str) -> Texts:
    """The shipped texts in the languages given, the digests' own included.

    Raises:
        TextMissing: a language has no file.
    """
    sources: dict[str, str] = {}
    folder = files("bot.texts")
    for language in languages:
        parts = [folder / f"{language}.ftl", folder / f"digest_{language}.ftl"]
        if not parts[0].is_file():
            raise TextMissing(f"no texts in {language!r}")
        sources[language] = "\n".join(p.read_text("utf-8") for p in parts if p.is_file())
    return Texts(sources, default=default)


def _bundle(language: str, text: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return bundle
