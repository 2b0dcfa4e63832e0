import tomllib

from hypothesis import given
from hypothesis import strategies as st

from bot.config.positions import line_numbers, line_of

SOURCE = """\
# kommentar
top = 1

[a.b]
x = "hå"
"q.r" = 2
dotted.y = [
    1,
    # mellan
    { z = 2 },
]

[[t]]
id = "first"

[[t]]
id = "second"

[t.inner]
deep = 1

[[t.rows]]
k = 1

[[t.rows]]
k = 2
"""


def test_every_key_and_item_has_its_line():
    lines = line_numbers(SOURCE)

    assert lines[("top",)] == 2
    assert lines[("a", "b")] == 4
    assert lines[("a", "b", "x")] == 5
    assert lines[("a", "b", "q.r")] == 6
    assert lines[("a", "b", "dotted", "y", 0)] == 8
    assert lines[("a", "b", "dotted", "y", 1, "z")] == 10
    assert lines[("t", 1, "id")] == 17
    assert lines[("t", 1, "inner", "deep")] == 20
    assert lines[("t", 1, "rows", 1, "k")] == 26


def test_what_has_no_line_of_its_own_gets_that_of_what_is_around_it():
    assert line_of(line_numbers(SOURCE), ("t", 0, "missing", "deeper")) == 13
    assert line_of(line_numbers(SOURCE), ("missing",)) == 1


KEYS = st.text('abcåö _."\\', min_size=1, max_size=4)


@given(st.lists(KEYS, unique=True, max_size=8), st.integers(0, 3))
def test_every_key_that_tomllib_reads_has_the_line_it_stands_on(keys, gap):
    quoted = ['"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"' for key in keys]
    source = "".join("\n" * gap + f"{key} = 1\n" for key in quoted)
    assert set(tomllib.loads(source)) == set(keys)

    lines = line_numbers(source)

    assert [lines[(key,)] for key in keys] == [(gap + 1) * (n + 1) for n in range(len(keys))]
