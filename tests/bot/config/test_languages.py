"""The languages that are offered, and what each of them owes the residents."""

import pytest

from bot.config import default_config_dir, load_config
from bot.config.duties import PRIVACY_TEXTS
from bot.config.values import in_language
from bot.errors import ConfigInvalid

from .directory import write_config

LANGUAGES = 'languages = ["sv", "en"]'


def problems(directory):
    with pytest.raises(ConfigInvalid) as caught:
        load_config(directory)
    return [error.problem for error in caught.value.errors]


def test_the_language_of_the_groups_comes_first(tmp_path):
    edited = (("brabot.toml", LANGUAGES, 'languages = ["fi", "sv", "en"]'),)
    first, *_ = problems(write_config(tmp_path / "c", *edited))
    assert first == '"fi" kan inte stå först: det är språket som grupperna får.'


def test_each_of_the_privacy_texts_is_owed_in_every_language_offered(tmp_path):
    edited = (("brabot.toml", LANGUAGES, 'languages = ["sv", "en", "sv-simple"]'),)
    found = problems(write_config(tmp_path / "c", *edited))
    assert found == [f"{key} saknas på: sv-simple." for key in PRIVACY_TEXTS]


@pytest.mark.parametrize("tag", ["sv-x-latt", "SV", "swe", "sv_simple", "sv-SE"])
def test_what_is_no_language_of_ours_is_refused(tmp_path, tag):
    edited = (("brabot.toml", LANGUAGES, f'languages = ["sv", "en", "{tag}"]'),)
    (found,) = problems(write_config(tmp_path / "c", *edited))
    assert found == f'languages: "{tag}" är ingen språkkod.'


def test_the_shipped_files_say_all_that_residents_read_in_every_language():
    config = load_config(default_config_dir())
    controller = config.controller
    texts = [
        config.municipality.council,
        *(getattr(controller, key) for key in PRIVACY_TEXTS),
        *(line.label for line in config.helplines),
        *(line.hours for line in config.helplines),
        *(theme.label for theme in config.themes),
    ]
    assert all(set(text) == set(config.languages) for text in texts)


def test_names_of_themes_are_short_enough_for_a_button():
    config = load_config(default_config_dir())
    assert [x for t in config.themes for x in t.label.values() if len(x) > 46] == []


def test_a_name_that_is_not_translated_is_shown_in_swedish():
    assert in_language({"sv": "Belysning", "en": "Lighting"}, "so") == "Belysning"
