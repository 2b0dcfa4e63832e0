import base64
import stat
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import DecryptionFailed, NaiveTime, SecretKeyFileUnusable, SecretKeyInvalid
from storage.keys import Keyring, new_secret, parse_secret, read_or_create_key_file

KEYRING = Keyring.from_secret(bytes(range(32)))
OTHER = Keyring.from_secret(bytes(range(1, 33)))
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.just("👩‍👩‍👧 e\u0301 \ud800")


@given(ANY_TEXT)
def test_any_text_comes_back_as_it_was(text):
    assert KEYRING.decrypt(KEYRING.encrypt(text, purpose="message"), purpose="message") == text


def test_the_same_text_never_looks_the_same_twice():
    assert KEYRING.encrypt("hej", purpose="a") != KEYRING.encrypt("hej", purpose="a")


@pytest.mark.parametrize(
    ("keyring", "purpose"), [(KEYRING, "inbox"), (OTHER, "message")], ids=["purpose", "key"]
)
def test_another_purpose_or_key_reads_nothing(keyring, purpose):
    token = KEYRING.encrypt("hej", purpose="message")
    with pytest.raises(DecryptionFailed):
        keyring.decrypt(token, purpose=purpose)


@given(st.integers(min_value=0, max_value=40), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_is_noticed(position, change):
    token = bytearray(KEYRING.encrypt("en text som är lång nog", purpose="message"))
    token[position] ^= change
    with pytest.raises(DecryptionFailed):
        KEYRING.decrypt(bytes(token), purpose="message")


@pytest.mark.parametrize("token", [b"", b"\x01", bytes(14)])
def test_a_token_cut_short_is_refused(token):
    with pytest.raises(DecryptionFailed):
        KEYRING.decrypt(token, purpose="message")


def test_fingerprints_differ_by_value_purpose_and_key():
    marks = {
        KEYRING.fingerprint(1, purpose="chat"),
        KEYRING.fingerprint(2, purpose="chat"),
        KEYRING.fingerprint(1, purpose="invite"),
        OTHER.fingerprint(1, purpose="chat"),
    }
    assert len(marks) == 4
    assert all(len(mark) == 32 for mark in marks)


def test_a_pseudonym_holds_within_the_utc_month_and_no_longer():
    first = datetime(2026, 11, 1, tzinfo=UTC)
    last = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    same_instant = last.astimezone(timezone(timedelta(hours=2)))  # December there
    name = KEYRING.pseudonym(42, at=first)
    assert KEYRING.pseudonym(42, at=last) == name
    assert KEYRING.pseudonym(42, at=same_instant) == name
    assert KEYRING.pseudonym(42, at=last + timedelta(minutes=1)) != name
    assert KEYRING.pseudonym(43, at=first) != name


def test_a_pseudonym_needs_an_aware_time():
    with pytest.raises(NaiveTime):
        KEYRING.pseudonym(42, at=datetime(2026, 11, 1))  # noqa: DTZ001


def test_the_key_does_not_show_in_repr():
    assert repr(KEYRING) == "<Keyring>"


def test_a_new_secret_parses_with_and_without_padding():
    secret = new_secret()
    assert parse_secret(secret) == parse_secret(f" {secret.rstrip('=')}\n")
    assert len(parse_secret(secret)) == 32


@pytest.mark.parametrize(
    "text",
    ["", "lösen", "passord", "å" * 43, base64.urlsafe_b64encode(bytes(31)).decode(), "A" * 45],
)
def test_a_bad_secret_is_refused_without_showing_it(text):
    with pytest.raises(SecretKeyInvalid) as caught:
        parse_secret(text)
    assert not text or text not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_keyring_needs_32_bytes():
    with pytest.raises(SecretKeyInvalid):
        Keyring.from_secret(bytes(16))


def test_a_key_file_is_made_once_for_its_owner_only(tmp_path):
    path = tmp_path / "brabot.key"
    secret, created = read_or_create_key_file(path)
    assert created
    assert read_or_create_key_file(path) == (secret, False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_key_file_in_a_missing_folder_tells_the_remedy(tmp_path):
    with pytest.raises(SecretKeyFileUnusable, match="mappen finns"):
        read_or_create_key_file(tmp_path / "saknas" / "brabot.key")


@pytest.mark.parametrize("content", [b"", b"inte en nyckel", b"\xff\xfe"])
def test_a_key_file_with_something_else_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "brabot.key"
    path.write_bytes(content)
    with pytest.raises(SecretKeyInvalid):
        read_or_create_key_file(path)
    assert path.read_bytes() == content
