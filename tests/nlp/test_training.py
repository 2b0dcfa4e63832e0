from pathlib import Path

import numpy as np
import pytest

from nlp import training
from nlp.categorizer import cache
from nlp.config import Theme
from nlp.errors import TrainingImpossible
from nlp.training import trained_model
from tests.nlp.builders import FIRE, THEMES, reader_config


@pytest.fixture
def cached(tmp_path: Path) -> Path:
    trained_model(reader_config(cache_dir=tmp_path))
    return tmp_path


def test_the_second_training_is_taken_from_the_cache(
    cached: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "fit", None)
    assert trained_model(reader_config(cache_dir=cached)).tasks[0].labels == (
        "brand",
        "belysning",
        "buskorning",
    )


def test_a_changed_example_is_trained_anew(cached: Path) -> None:
    changed = Theme(id="brand", keywords=("brand",), examples=(*FIRE, "Det luktar rök."))
    trained_model(reader_config(cache_dir=cached, themes=(changed, *THEMES[1:])))
    assert len(list(cached.glob("*.categories"))) == 2


def test_a_changed_keyword_is_trained_anew(cached: Path) -> None:
    changed = Theme(id="brand", keywords=("eld",), examples=FIRE)
    trained_model(reader_config(cache_dir=cached, themes=(changed, *THEMES[1:])))
    assert len(list(cached.glob("*.categories"))) == 2


def test_a_damaged_cache_is_trained_anew(cached: Path) -> None:
    (kept,) = cached.glob("*.categories")
    sound = kept.read_bytes()
    for damaged in (b"", sound[:-1], sound[:40] + b"x" + sound[41:]):
        kept.write_bytes(damaged)
        trained_model(reader_config(cache_dir=cached))
        assert kept.read_bytes() == sound


def test_nothing_unfinished_is_left_in_the_cache(cached: Path) -> None:
    assert [path.suffix for path in cached.iterdir()] == [".categories"]


def test_a_cache_that_cannot_be_written_does_not_stop_the_training(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert trained_model(reader_config(cache_dir=in_the_way)).tasks


def test_a_model_kept_is_the_model_trained(cached: Path) -> None:
    (kept,) = cached.glob("*.categories")
    model = cache.load(cached, kept.stem)
    fresh = trained_model(reader_config())
    assert model is not None
    assert model.tasks[0].labels == fresh.tasks[0].labels
    assert np.array_equal(model.weights, fresh.weights)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    trained_model(reader_config(), progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == len(told)


def test_one_theme_alone_cannot_be_told_from_others() -> None:
    with pytest.raises(TrainingImpossible):
        trained_model(reader_config(themes=THEMES[:1]))


def test_a_theme_without_examples_is_named() -> None:
    with pytest.raises(TrainingImpossible, match="tom"):
        trained_model(reader_config(themes=(*THEMES, Theme(id="tom"))))


def test_the_shipped_texts_hold_every_kind_and_urgency_and_no_text_under_two_kinds() -> None:
    material = training.material(THEMES)
    for task in ("kinds", "urgency"):
        texts = [text for listed in material[task].values() for text in listed]
        assert all(len(listed) >= 100 for listed in material[task].values())
        assert len(texts) == len(set(texts))
