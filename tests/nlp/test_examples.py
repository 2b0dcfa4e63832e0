import pytest

from nlp.examples import split_example


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Det brinner.", ("Det brinner.", ())),
        ("De slogs i porten. + storning", ("De slogs i porten.", ("storning",))),
        (
            "Skräp och mörker + nedskrapning + belysning",
            ("Skräp och mörker", ("nedskrapning", "belysning")),
        ),
        ("Vi såg 2 + 2 stycken", ("Vi såg 2 + 2 stycken", ())),
        ("Hon ringde +46 igen", ("Hon ringde +46 igen", ())),
    ],
)
def test_what_follows_a_message_are_its_further_themes(
    line: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert split_example(line) == expected
