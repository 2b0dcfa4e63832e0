import pytest

from bot.sandbox.calls import HANDLERS
from bot.sandbox.errors import RefusalError
from bot.sandbox.methods import book, find_method, read_arguments
from bot.sandbox.multipart import read_multipart
from bot.sandbox.values import Upload


def test_every_method_in_the_data_file_is_answered_and_official() -> None:
    assert {method.name for method in book().methods.values()} == set(HANDLERS)
    assert set(book().methods) <= book().official


def test_every_parameter_has_a_kind() -> None:
    for method in book().methods.values():
        assert {*method.required, *method.optional} <= book().kinds.keys()


def test_arguments_get_their_types_and_unknown_ones_are_left_out() -> None:
    given = {
        "chat_id": "-100",
        "text": "hej",
        "disable_notification": "True",
        "reply_markup": '{"remove_keyboard": true}',
        "invented": "1",
    }
    assert read_arguments(find_method("SENDMESSAGE"), given) == {
        "chat_id": -100,
        "text": "hej",
        "disable_notification": True,
        "reply_markup": {"remove_keyboard": True},
    }


@pytest.mark.parametrize(
    ("method", "given", "description"),
    [
        ("sendMessage", {"text": "hej"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": "1"}, "message text is empty"),
        ("sendMessage", {"chat_id": "åsa", "text": "hej"}, "chat not found"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "\ud800"},
            "strings must be encoded in UTF-8",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": "{"},
            "can't parse reply keyboard markup JSON object",
        ),
        (
            "sendLocation",
            {"chat_id": 1, "latitude": "nan", "longitude": "2"},
            "latitude is empty",
        ),
        (
            "deleteMessage",
            {"chat_id": 1, "message_id": "x"},
            "message identifier is not specified",
        ),
    ],
)
def test_arguments_that_are_missing_or_wrong_are_refused(
    method: str, given: dict[str, object], description: str
) -> None:
    with pytest.raises(RefusalError) as caught:
        read_arguments(find_method(method), given)
    assert caught.value.description == f"Bad Request: {description}"


def test_a_form_with_a_file_keeps_every_byte() -> None:
    content = b"\r\n--other\r\n\x00\xff\r\n"
    body = (
        b'--B\r\nContent-Disposition: form-data; name="caption"\r\n\r\n'
        + "åäö".encode()
        + b'\r\n--B\r\nContent-Disposition: form-data; name="document"; filename="l%C3%A4ge.pdf"'
        + b"\r\nContent-Type: application/pdf\r\n\r\n"
        + content
        + b"\r\n--B--\r\n"
    )
    assert read_multipart("multipart/form-data; boundary=B", body) == {
        "caption": "åäö",
        "document": Upload(name="läge.pdf", content=content, media_type="application/pdf"),
    }


@pytest.mark.parametrize(
    "body", [b"", b"--B\r\n", b"--B\r\nContent-Disposition: form-data\r\n\r\nx\r\n--B--"]
)
def test_a_form_that_is_cut_off_is_refused(body: bytes) -> None:
    with pytest.raises(RefusalError, match="multipart"):
        read_multipart("multipart/form-data; boundary=B", body)
