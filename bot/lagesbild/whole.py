"""The whole municipality as if it were a focus area."""

from dataclasses import replace

from bot.config.config import Config
from bot.config.models import FocusArea
from bot.config.references import WHOLE
from bot.texts.catalogue import Texts

__all__ = ["WHOLE", "with_whole"]


def with_whole(config: Config, texts: Texts) -> Config:
    """The configuration with one more focus area that is given nothing and gathers all."""
    label = {
        language: texts.plain(language, "lagesbild-whole")
        for language in dict.fromkeys(("sv", *config.languages))
    }
    whole = FocusArea(id=WHOLE, label=label)
    return replace(config, focus_areas=(*config.focus_areas, whole))
