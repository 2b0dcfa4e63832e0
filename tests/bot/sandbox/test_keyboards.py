import pytest

from bot.sandbox.errors import RefusalError
from bot.sandbox.keyboards import check_inline, check_markup


def inline(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "Ja", **button}]]}


@pytest.mark.parametrize("data", ["x", "å" * 32, "x" * 64])
def test_callback_data_of_up_to_64_bytes_is_shown(data: str) -> None:
    markup = inline(callback_data=data)
    assert check_markup(markup, is_private=True) == markup


@pytest.mark.parametrize("data", ["", "å" * 32 + "x", "x" * 65])
def test_callback_data_that_is_empty_or_longer_is_refused(data: str) -> None:
    with pytest.raises(RefusalError, match="BUTTON_DATA_INVALID"):
        check_markup(inline(callback_data=data), is_private=True)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (inline(), "Text buttons are unallowed"),
        (inline(callback_data="a", url="https://example.se"), "Exactly one"),
        (inline(url="example"), "Wrong HTTP URL"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}, 'Can\'t find field "text"'),
        ({"inline_keyboard": []}, "non-empty"),
        ({"inline_keyboard": [[]]}, "non-empty"),
        ({"inline_keyboard": {}}, "Array of Arrays"),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 101]}, "too long"),
        ({"keyboard": []}, "non-empty"),
        ({"keyboard": [[{"text": ""}]]}, 'Can\'t find field "text"'),
        (
            {"keyboard": [[{"text": "a", "request_contact": True, "request_location": True}]]},
            "Exactly one",
        ),
        ([], "object expected as reply markup"),
        ({}, "object expected as reply markup"),
    ],
)
def test_keyboards_that_telegram_would_not_show_are_refused(markup: object, reason: str) -> None:
    with pytest.raises(RefusalError, match=reason):
        check_markup(markup, is_private=True)


@pytest.mark.parametrize(
    "markup",
    [
        inline(url="https://example.se"),
        inline(copy_text={"text": "B-7K3Q"}),
        {"keyboard": [["Ja", {"text": "Nej"}]]},
        {"keyboard": [[{"text": "Här", "request_location": True}]]},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
def test_ordinary_keyboards_are_shown(markup: dict[str, object]) -> None:
    assert check_markup(markup, is_private=True) == markup


def test_a_position_can_only_be_asked_for_in_a_private_chat() -> None:
    markup = {"keyboard": [[{"text": "Här", "request_location": True}]]}
    with pytest.raises(RefusalError, match="private chats only"):
        check_markup(markup, is_private=False)


def test_an_edit_may_take_the_buttons_away_but_not_bring_a_reply_keyboard() -> None:
    assert check_inline({"inline_keyboard": []}) == {"inline_keyboard": []}
    with pytest.raises(RefusalError, match="inline keyboard expected"):
        check_inline({"keyboard": [["Ja"]]})
