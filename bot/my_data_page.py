"""The page that tells a resident what is kept of them: one file, readable by everybody."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from bot.config.config import Config
from bot.config.values import in_language
from bot.texts.catalogue import EASY_SWEDISH, Texts
from bot.texts.direction import RIGHT_TO_LEFT, undirected

_SHOWN_AS = {"image": "<img alt='{}' src='{}'>", "audio": "<audio controls title='{}' src='{}'>"}
_SHOWN_AS["video"] = "<video controls title='{}' src='{}'>"


@dataclass(frozen=True, kw_only=True)
class _Words:
    """The texts of one language, as a page shows them."""

    config: Config
    texts: Texts
    language: str

    def say(self, key: str, /, **values: str | int) -> str:
        return self.texts.plain(self.language, key, **values)

    def status(self, status: str) -> str:
        return undirected(self.texts.plain(self.language, f"status-{status}"))

    def time(self, written: str) -> str:
        at = datetime.fromisoformat(written).astimezone(self.config.municipality.timezone)
        return at.strftime("%Y-%m-%d %H:%M")

    def theme(self, id: str) -> str:
        theme = self.config.theme(id)
        return in_language(theme.label, self.language) if theme else id


def page(
    values: Mapping[str, Any], *, config: Config, texts: Texts, language: str, rules: str
) -> str:
    """The JSON values as HTML: no scripts, nothing loaded from elsewhere.

    `rules` is Telegram HTML of ours.
    """
    words = _Words(config=config, texts=texts, language=language)
    parts = [
        _you(values["resident"], words),
        _section(
            words.say("mindata-concerns"),
            [_concern(one, words) for one in values["concerns"]],
            words,
        ),
        _section(
            words.say("mindata-following"),
            [_list((one["area"], words.time(one["since"])) for one in values["following"])]
            if values["following"]
            else [],
            words,
        ),
        _section(
            words.say("mindata-conversation"),
            [_paragraph(words.say("mindata-conversation-what")), _code(values["conversation"])],
            words,
        ),
        _section(words.say("mindata-waiting"), _waiting(values["waiting"], words), words),
        _section(words.say("mindata-unhandled"), _waiting(values["unhandled"], words), words),
        _section(
            words.say("mindata-rules"),
            [_rules(rules), _paragraph(words.say("mindata-not-kept"))],
            words,
        ),
    ]
    style = files("bot").joinpath("my_data_page.css").read_text("utf-8")
    return str(
        Markup(
            '<!doctype html>\n<html lang="{}" dir="{}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'; img-src data:; media-src data:\">\n"
            "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n"
            "<p>{}</p>\n{}\n</main>\n</body>\n</html>\n"
        ).format(
            "sv" if language == EASY_SWEDISH else language,
            "rtl" if language in RIGHT_TO_LEFT else "ltr",
            words.say("mindata-title"),
            Markup(style),  # noqa: S704 - ours
            words.say("mindata-title"),
            words.say("mindata-made", date=words.time(values["made_at"])),
            Markup("\n").join(parts),
        )
    )


def _you(resident: Mapping[str, Any], words: _Words) -> Markup:
    spoken = words.texts.supported(resident["language"])
    rows = [
        (words.say("mindata-account"), str(resident["telegram_id"])),
        (words.say("mindata-since"), words.time(resident["since"])),
        (words.say("mindata-language"), undirected(words.texts.plain(spoken, "language-name"))),
    ]
    muted = resident["muted"]
    if muted:
        until = words.time(muted["until"]) if muted["until"] else "…"
        rows.append(
            (
                words.say("mindata-muted"),
                f"{words.time(muted['since'])} – {until}: {muted['reason']}",
            )
        )
    return _section(words.say("mindata-you"), [_list(rows)], words)


def _concern(concern: Mapping[str, Any], words: _Words) -> Markup:
    themes = ", ".join(words.theme(theme["id"]) for theme in concern["themes"])
    places = [place["name"] for place in concern["places"]]
    where = ", ".join(dict.fromkeys([*places, *([concern["area"]] if concern["area"] else [])]))
    closed = f" ({words.time(concern['closed_at'])})" if concern["closed_at"] else ""
    rows = [
        (words.say("mindata-told"), words.time(concern["told_at"])),
        (words.say("mindata-kind"), words.say("mindata-kind-value", kind=concern["kind"])),
        (words.say("mindata-theme"), themes or "–"),
        (words.say("mindata-place"), where or "–"),
        (
            words.say("mindata-urgency"),
            words.say("mindata-urgency-value", urgency=concern["urgency"]),
        ),
        (words.say("mindata-status"), words.status(concern["status"]) + closed),
        (words.say("mindata-pseudonym"), concern["pseudonym"] or "–"),
    ]
    if held := concern["held"]:
        by = f"{held['decision']} ({words.time(held['since'])})"
        rows.append((words.say("mindata-held"), by))
    parts = [Markup("<h3>{}</h3>").format(concern["reference"]), _list(rows)]
    parts += [_message(one, words) for one in concern["messages"]]
    if concern["files"]:
        parts += [
            _heading(words.say("mindata-files")),
            *(_file(one, words) for one in concern["files"]),
        ]
    if concern["corrections"]:
        rows = [
            (
                _when_and_who(one, words),
                ", ".join(_said(one, words)) or "–",
            )
            for one in concern["corrections"]
        ]
        parts += [_heading(words.say("mindata-corrections")), _list(rows)]
    if concern["answers"]:
        rows = [
            (
                _when_and_who(one, words),
                one["text"] or (words.status(one["status"]) if one["status"] else "…"),
            )
            for one in concern["answers"]
        ]
        parts += [_heading(words.say("mindata-answers")), _list(rows)]
    if concern["history"]:
        rows = [(words.time(one["at"]), _done(one, words)) for one in concern["history"]]
        parts += [_heading(words.say("mindata-history")), _list(rows)]
    return Markup("<article>{}</article>").format(Markup("\n").join(parts))


def _message(message: Mapping[str, Any], words: _Words) -> Markup:
    original = message["text"] if message["text"] is not None else words.say("mindata-gone")
    shown = [
        Markup("<p><b>{}</b> <bdi>{}</bdi></p>").format(
            words.say("mindata-told"), words.time(message["told_at"])
        ),
        _heading(words.say("mindata-original")),
        _quote(original),
        _heading(words.say("mindata-masked")),
        _quote(message["masked"]),
        Markup("<details><summary>{}</summary>{}</details>").format(
            words.say("mindata-reading"), _code(message["reading"])
        ),
    ]
    return Markup("\n").join(shown)


def _file(file: Mapping[str, Any], words: _Words) -> Markup:
    name = f"{words.time(file['told_at'])}, {file['kind']}, {file['media_type'] or file['state']}"
    if not file["content"]:
        email = words.config.controller.contact_email
        kept = (
            words.say("mindata-file-missing", email=email)
            if file["bytes"]
            else words.say("mindata-file-none")
        )
        return _paragraph(f"{name}: {kept}")
    url = f"data:{file['media_type']};base64,{file['content']}"
    tag = _SHOWN_AS.get(str(file["media_type"]).partition("/")[0])
    shown = Markup(tag).format(name, url) if tag else ""  # noqa: S704 - ours
    link = Markup('<a download href="{}">{}</a>').format(url, name)
    return Markup("<p>{}</p>{}").format(link, shown)


def _when_and_who(done: Mapping[str, Any], words: _Words) -> str:
    who = words.say("mindata-by", who=done["by"])
    return f"{words.time(done['at'])}, {who}"


def _said(correction: Mapping[str, Any], words: _Words) -> Iterable[str]:
    names = correction["names"]
    if correction["what"] == "theme":
        return [words.theme(name) for name in names]
    return dict.fromkeys([*names, *([correction["area"]] if correction["area"] else [])])


def _done(happened: Mapping[str, Any], words: _Words) -> str:
    status = f": {words.status(happened['status'])}" if happened["status"] else ""
    return words.say("mindata-action", what=happened["what"]) + status


def _waiting(waiting: Sequence[Mapping[str, Any]], words: _Words) -> list[Markup]:
    return [
        Markup("<p>{}</p>{}").format(words.time(one["since"]), _quote(one["text"] or one["what"]))
        for one in waiting
    ]


def _section(title: str, parts: Sequence[Markup], words: _Words) -> Markup:
    shown = Markup("\n").join(parts) if parts else _paragraph(words.say("mindata-empty"))
    return Markup("<section>\n<h2>{}</h2>\n{}\n</section>").format(title, shown)


def _list(rows: Iterable[tuple[str, str]]) -> Markup:
    each = [
        Markup('<div><dt>{}</dt><dd dir="auto">{}</dd></div>').format(name, value)
        for name, value in rows
    ]
    return Markup("<dl>{}</dl>").format(Markup("").join(each))


def _heading(title: str) -> Markup:
    return Markup("<h4>{}</h4>").format(title)


def _quote(text: str) -> Markup:
    return Markup('<blockquote dir="auto">{}</blockquote>').format(text)


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)


def _code(values: Mapping[str, Any]) -> Markup:
    written = json.dumps(values, ensure_ascii=False, indent=2)
    return Markup('<pre dir="ltr">{}</pre>').format(written)


def _rules(told: str) -> Markup:
    paragraphs = [f"<p>{one}</p>" for one in told.split("\n\n")]
    return Markup("".join(paragraphs))  # noqa: S704 - ours, and escaped where it was filled in
