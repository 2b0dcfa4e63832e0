"""A digest as one HTML page that needs nothing else: no script, no other file."""

from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files

from bot.digest.illustrations import Illustration
from bot.digest.report import Report


def html_page(report: Report, pictures: Sequence[Illustration]) -> str:
    """The page; everything in it is escaped by the template."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = (files("bot.digest") / "page.html.jinja").read_text("utf-8")
    drawn = [{"name": one.name, "alt": one.alt, "src": _data_uri(one)} for one in pictures]
    return environment.from_string(source).render(report=report, pictures=drawn)


def _data_uri(picture: Illustration) -> str:
    return f"data:image/svg+xml;base64,{b64encode(picture.content('svg')).decode()}"
