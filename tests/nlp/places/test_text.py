"""A text is parted into words that are looked up as they stand between spaces."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nlp.places.words import split
from tests.nlp.places.builders import splitter

PIECES = st.sampled_from(
    ["Hulta,", "(på", "A/B", "-", "", "🔥", "bort.\nDe", "kl:s", "o\u0301'n", "x@y.example", "www."]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=6)).map(" ".join))
@example("")
@example("🔥 ")
@example(" - Norrby - 🔥")
def test_the_words_and_what_is_between_them_are_those_of_the_pattern(written: str) -> None:
    text = splitter().split(written)
    parts = split(written)
    words, gaps = parts[1::2], parts[2:-1:2]
    assert [word.written for word in text.words] == words
    assert [text.gap(index) for index in range(1, len(words))] == gaps
    for first in range(len(words)):
        for last in range(first + 1, min(first + 4, len(words) + 1)):
            start, end = text.span(first, last)
            assert start == len("".join(parts[: 2 * first + 1]))
            assert written[start:end] == "".join(parts[2 * first + 1 : 2 * last])


@pytest.mark.parametrize(
    ("first", "last", "between"), [(1, 1, " "), (1, 2, " på "), (2, 4, " A/B, ")]
)
def test_what_stands_between_two_words_is_there_as_written(
    first: int, last: int, between: str
) -> None:
    assert splitter().split("bråk på A/B, natt").between(first, last) == between


def test_a_word_is_worked_out_once() -> None:
    first, second = (splitter().split(f"{text} Norrby,").words[-1] for text in ("på", "vid"))
    assert first is second
