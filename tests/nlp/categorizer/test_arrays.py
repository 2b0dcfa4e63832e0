import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.categorizer.arrays import Places, Rows

NUMBERS = st.integers(0, 2**40)


@given(st.lists(NUMBERS, unique=True), st.lists(NUMBERS))
def test_places_are_those_in_the_list(numbers: list[int], others: list[int]) -> None:
    asked = others + numbers[::-1] + others
    at, places = Places(np.array(numbers, np.intp)).find(np.array(asked, np.intp))
    found = dict(zip(at.tolist(), places.tolist(), strict=True))
    known = [position for position, number in enumerate(asked) if number in numbers]
    assert at.tolist() == known
    assert all(numbers[found[position]] == asked[position] for position in known)


def test_rows_stay_when_more_are_added() -> None:
    rows = Rows(2, np.intp)
    for number in range(3000):
        rows.add(np.full((number % 3, 2), number))
    wanted = [number for number in range(3000) for _ in range(number % 3)]
    assert rows.table[: rows.size].tolist() == [[number, number] for number in wanted]
