"""Texts without places still say what happened, and nothing of where."""

import pytest

from nlp.config import Place
from nlp.places.blanking import Blanking

PLACES = (
    Place(name="Norrängen", kind="area", area="Norrängen", aliases=("ängen",)),
    Place(name="Storgatan", kind="street", area="Norrängen"),
)


@pytest.fixture(scope="module")
def blanking():
    return Blanking(PLACES)


@pytest.mark.parametrize(
    ("told", "blanked"),
    [
        ("Mopeder kör på Norrängen", "Mopeder kör på …"),
        ("mopeder på norrängen och storgatan", "mopeder på … och …"),
        ("Det är mörkt i tunneln", "Det är mörkt i tunneln"),
        ("Norrängens lekplats är trasig", "… lekplats är trasig"),
    ],
)
def test_every_place_is_taken_out_however_it_is_written(blanking, told, blanked):
    assert blanking.blanked(told, language="sv") == blanked
