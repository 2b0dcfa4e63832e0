"""A lägesbild as one HTML page that needs nothing else: no script, no other file."""

from base64 import b64encode
from collections.abc import Sequence
from importlib.resources import files

from bot.lagesbild.values import Lagesbild


def html_page(lagesbild: Lagesbild, drawn: Sequence[bytes]) -> bytes:
    """The page; everything in it is escaped by the template. `drawn` as for the PDF."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = (files("bot.lagesbild") / "page.html.jinja").read_text("utf-8")
    of_picture = {
        id(picture): f"data:image/svg+xml;base64,{b64encode(svg).decode()}"
        for picture, svg in zip(lagesbild.pictures, drawn, strict=True)
    }
    page = environment.from_string(source).render(it=lagesbild, source=lambda p: of_picture[id(p)])
    return page.encode()
