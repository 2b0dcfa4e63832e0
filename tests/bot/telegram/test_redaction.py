"""No name reaches the inbox, and what is left can still be handled."""

import json

from telegram import Update

from bot.dialogue.events import Told, Unreadable
from bot.telegram.redaction import without_names
from bot.telegram.translate import private_event

KALLE = {
    "id": 700000001,
    "is_bot": False,
    "first_name": "Kalle",
    "last_name": "Testsson",
    "username": "kalle_test",
    "language_code": "sv",
}


def update(**message):
    chat = {**KALLE, "type": "private"}
    return {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": KALLE, **message},
    }


def test_names_are_taken_out_and_the_text_is_still_told():
    kept = without_names(update(text="det är mörkt", forward_origin={"sender_user_name": "Bo"}))
    for name in ("Kalle", "Testsson", "kalle_test", '"Bo"'):
        assert name not in json.dumps(kept)
    event = private_event(Update.de_json(without_names(update(text="det är mörkt")), None))
    assert isinstance(event, Told)
    assert event.text == "det är mörkt"
    assert event.telegram_id == 700000001 and event.language == "sv"


def test_a_shared_contact_is_seen_but_not_kept():
    contact = {"first_name": "Bo", "phone_number": "0701740605", "user_id": 5, "vcard": "Bo"}
    kept = without_names(update(contact=contact))
    assert "0701740605" not in json.dumps(kept) and '"Bo"' not in json.dumps(kept)
    assert isinstance(private_event(Update.de_json(kept, None)), Unreadable)


def test_half_a_character_is_replaced_wherever_it_stands_and_all_else_left():
    kept = without_names({"message": {"text": "a\ud800b 😀 é", "\udfff": ["\udc00\ud83d"]}})
    assert kept == {"message": {"text": "a\ufffdb 😀 é", "\ufffd": ["\ufffd\ufffd"]}}
