"""The one spaCy pipeline that reads, built from the configuration."""

import importlib
from typing import TYPE_CHECKING, cast

import spacy
from spacy.language import Language

from nlp import extensions
from nlp.categorizer.component import Categories
from nlp.categorizer.fitting import Progress
from nlp.config import ReaderConfig
from nlp.errors import BaseModelMissing
from nlp.training import trained_model

if TYPE_CHECKING:
    from nlp.places.component import Places

COMPONENTS = {
    "brabot_language": "nlp.language.component",
    "brabot_places": "nlp.places.component",
    "brabot_personal_data": "nlp.personal_data.component",
    "brabot_categories": "nlp.categorizer.component",
    "brabot_urgency": "nlp.urgency.component",
    "brabot_recurrence": "nlp.recurrence.component",
}
"""Component → the module that registers it, in the order in which they read."""

_LONGEST_TEXT = 50_000_000
"""Code points; spaCy's own bound protects parsers, of which there is none here."""


def build_pipeline(config: ReaderConfig, *, progress: Progress | None = None) -> Language:
    """The pipeline that reads as `config` says, trained now or taken from the cache.

    Raises:
        BaseModelMissing: the configuration names a spaCy model that is not installed.
        TrainingImpossible: the examples do not suffice.
    """
    extensions.register()
    nlp = _base(config.base_model)
    for name, module in COMPONENTS.items():
        importlib.import_module(module)
        nlp.add_pipe(name)
    places_of(nlp).initialize(config.places, config.no_area_names, config.area_polygons)
    cast("Categories", nlp.get_pipe("brabot_categories")).use(
        trained_model(config, progress=progress)
    )
    return nlp


def places_of(nlp: Language) -> "Places":
    """The component of a pipeline that knows the places."""
    return cast("Places", nlp.get_pipe("brabot_places"))


def _base(model: str | None) -> Language:
    if model is None:
        nlp = spacy.blank("sv")
        nlp.max_length = _LONGEST_TEXT
        return nlp
    try:
        return spacy.load(model)
    except OSError as error:
        raise BaseModelMissing(
            f"spaCy-modellen {model} är inte installerad. Installera den, eller ta bort "
            "base_model ur brabot.toml."
        ) from error
