"""A digest as one HTML page that needs nothing else: no script, no other file."""

from base64 import b64encode
from importlib.resources import files

from bot.digest.report import Report


def html_page(report: Report, chart_svg: bytes) -> str:
    """The page; everything in it is escaped by the template."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = (files("bot.digest") / "page.html.jinja").read_text("utf-8")
    chart = f"data:image/svg+xml;base64,{b64encode(chart_svg).decode()}"
    return environment.from_string(source).render(report=report, chart=chart)
