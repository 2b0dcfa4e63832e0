"""What a changed configuration would do, in sentences and as a page."""

from textwrap import shorten
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.cli.resort import theme_name
from bot.cli.shown_reading import KINDS
from nlp.reading import Kind

if TYPE_CHECKING:
    from bot.config.config import Config
    from bot.tuning.impact import Hits, Impact, Loss, Moved, Place


def impact_page(found: "Impact", config: "Config", *, weeks: int) -> str:
    """A self-contained HTML page of all that would change; texts are masked."""
    environment = Environment(
        loader=PackageLoader("bot.cli", "."),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    moves = sorted(found.moves.items(), key=lambda move: (-move[1], str(move[0])))
    return environment.get_template("impact.html.jinja").render(
        found=found,
        version=config.version,
        weeks=weeks,
        summary=summary_lines(found),
        losses=[said_of_loss(loss, config) for loss in found.losses],
        focus_areas=[
            (
                focus_area_name(name, config),
                before,
                after,
                f"{after - before:+}" if after != before else "",
            )
            for name, (before, after) in found.focus_areas.items()
        ],
        moves=[(theme_name(a, config), theme_name(b, config), n) for (a, b), n in moves],
        moved=[(m.reference, *_two(m, config), m.masked or _WITHHELD) for m in found.moved],
    )


_MOST_CHARS = 160
_WITHHELD = "Texten visas inte: temat är känsligt."


def summary_lines(found: "Impact") -> list[str]:
    """What would change, in a few sentences."""
    lines = [
        f"{found.read} tips lästa: {len(found.moved)} skulle stå annorlunda, "
        f"{sum(found.moves.values())} av dem under ett annat första tema, "
        f"{found.areas} i ett annat område, {found.kinds} som en annan sort."
    ]
    if found.corrected.of:
        lines.append(f"Tips där människor sagt vad det gäller: {_right(found.corrected)}.")
    if found.disputed:
        lines.append(f"Därutöver {found.disputed} som människor är oense om; de räknas inte.")
    if found.learnt:
        lines.append(f"Därutöver {found.learnt} som står bland exemplen; de räknas inte.")
    if found.trials.of:
        lines.append(f"Proven i tests.toml: {_right(found.trials)}.")
    return lines


def said_of(moved: "Moved", config: "Config") -> str:
    """One concern that would move, on a line or two."""
    before, after = _two(moved, config)
    text = shorten(moved.masked, _MOST_CHARS, placeholder=" …") if moved.masked else _WITHHELD
    return f"{moved.reference}: {before} → {after}\n    {text}"


def said_of_loss(loss: "Loss", config: "Config") -> str:
    """What a theme would lose, in a sentence."""
    name = theme_name(loss.theme, config)
    if loss.to is None:
        return f"{name} töms: alla {loss.before} tips flyttar."
    return f"{name} förlorar {loss.lost} av {loss.before} tips till {theme_name(loss.to, config)}."


def focus_area_name(focus_area: str, config: "Config") -> str:
    """The Swedish name of a focus area, or its id where the configuration has it no more."""
    found = config.focus_area(focus_area)
    return found.label["sv"] if found else f"{focus_area} (borttaget)"


def _right(hits: "Hits") -> str:
    return f"{hits.before} av {hits.of} rätt nu, {hits.after} efteråt"


def _two(moved: "Moved", config: "Config") -> tuple[str, str]:
    return _where(moved.before, config), _where(moved.after, config)


def _where(place: "Place", config: "Config") -> str:
    themes = " + ".join(theme_name(theme, config) for theme in place.themes) or "inget tema"
    kind = "" if place.kind == Kind.CONCERN else f" ({KINDS[Kind(place.kind)]})"
    return f"{themes}, {place.area or 'utan plats'}{kind}"
