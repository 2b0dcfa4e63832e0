"""The weeks as bars, with the usual as a band behind them."""

from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Literal

from bot.digest.values import Facts
from bot.digest.weeks import Week
from bot.digest.wording import Wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Blues of different lightness: apart for the colour-blind and in grey print as well.
_NOW = "#00507d"
_BEFORE = "#8fbfdc"
_BAND = "#e3e3e3"
_TEXT = "#1a1a1a"
_INCHES = (6.0, 3.6)
_POINTS = 13
_MOST_LABELS = 9
_DOTS_PER_INCH = 180  # 1080 pixels wide: sharp on a phone, legible at 360


def draw_chart(facts: Facts, words: Wording, *, form: Literal["png", "svg"]) -> bytes:
    """The picture as a file's content, 5 to 3, always the same for the same facts."""
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    with mpl.rc_context(
        {"font.family": "DejaVu Sans", "font.size": _POINTS, "svg.hashsalt": "digest"}
    ):
        figure = Figure(figsize=_INCHES, layout=ConstrainedLayoutEngine(w_pad=0.15, h_pad=0.15))
        _draw(figure.add_subplot(), facts, words)
        content = BytesIO()
        metadata = {"Date": None} if form == "svg" else None
        figure.savefig(content, format=form, dpi=_DOTS_PER_INCH, metadata=metadata)
    return content.getvalue()


def _draw(axes: "Axes", facts: Facts, words: Wording) -> None:
    before = [week.concerns for week in facts.history]
    concerns = [*before, facts.total.concerns]
    weeks = [*(week.week for week in facts.history), facts.week]
    places = range(len(concerns))
    bars = axes.bar(places, concerns, color=[_BEFORE] * len(before) + [_NOW], width=0.7, zorder=2)
    step = ceil(len(concerns) / _MOST_LABELS)
    labelled = [(len(concerns) - 1 - place) % step == 0 for place in places]
    numbers = [str(n) if shown else "" for n, shown in zip(concerns, labelled, strict=True)]
    axes.bar_label(bars, numbers, padding=3, color=_TEXT, fontweight="bold")
    if before:
        axes.axhspan(min(before) - 0.15, max(before) + 0.15, color=_BAND, zorder=0)
    axes.set_title(_title(facts, words), loc="left", color=_TEXT, fontsize=_POINTS, pad=10)
    labels = [words.say("week-short", number=Week.parse(week).number) for week in weeks]
    ticks = [place for place in places if labelled[place]]
    axes.set_xticks(ticks, [labels[place] for place in ticks], color=_TEXT)
    axes.set_xlim(-0.6, max(len(concerns), 4) - 0.4)
    axes.set_ylim(0, max(*concerns, 4) * 1.18)
    axes.set_yticks([])
    axes.tick_params(length=0)
    for side in ("left", "top", "right"):
        axes.spines[side].set_visible(False)


def _title(facts: Facts, words: Wording) -> str:
    title = words.say("chart-title", focus_area=words.focus_area(facts.focus_area))
    if facts.total.usual is None:
        return title
    return f"{title}\n{words.say('chart-band', range=words.range(facts.total.usual))}"
