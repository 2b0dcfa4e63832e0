"""The secret key and what is derived from it: encryption, recognition, pseudonyms."""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.codes import ALPHABET
from storage.errors import DecryptionFailed, NaiveTime, SecretKeyFileUnusable, SecretKeyInvalid

SECRET_BYTES = 32
_VERSION = 1
_HEADER_BYTES = 2  # version, key id
_NONCE_BYTES = 12  # NIST SP 800-38D, 8.2.2: random nonces of 96 bits
_FINGERPRINT_CHARS = 32
_PSEUDONYM_CHARS = 6


class Keyring:
    """Everything done with the secret key; each purpose has a key of its own (HKDF-SHA256)."""

    __slots__ = ("_ciphers", "_derived", "_key_id", "_lasting", "_secret")

    def __init__(self, secret: bytes, lasting: Mapping[str, bytes] | None = None) -> None:
        self._secret = secret
        self._lasting = dict(lasting or {})
        self._derived: dict[str, bytes] = {}
        self._ciphers: dict[str, AESGCM] = {}
        self._key_id = self._derive("key id")[0]

    @classmethod
    def from_secret(cls, secret: bytes) -> Self:
        """A keyring over 32 secret bytes; raises `SecretKeyInvalid` for any other length."""
        if len(secret) != SECRET_BYTES:
            raise SecretKeyInvalid(_invalid("nyckeln har fel längd"))
        return cls(secret)

    def __repr__(self) -> str:
        return "<Keyring>"

    def with_lasting(self, keys: Mapping[str, bytes]) -> Self:
        """The same key, and for these purposes the hashes of an earlier one (`hash_key`)."""
        return type(self)(self._secret, keys)

    def hash_key(self, purpose: str) -> bytes:
        """What the hashes of a purpose are made with."""
        return self._lasting.get(purpose) or self._derive(f"fingerprint {purpose}")

    def encrypt(self, plaintext: str, *, purpose: str) -> bytes:
        """AES-256-GCM under the purpose's key; the same text never looks the same twice."""
        return self.encrypt_bytes(plaintext.encode("utf-8", "surrogatepass"), purpose=purpose)

    def encrypt_bytes(self, data: bytes, *, purpose: str) -> bytes:
        """As `encrypt`, for what is no text."""
        header = bytes([_VERSION, self._key_id])
        nonce = os.urandom(_NONCE_BYTES)
        sealed = self._cipher(purpose).encrypt(nonce, data, header + purpose.encode())
        return header + nonce + sealed

    def decrypt(self, token: bytes, *, purpose: str) -> str:
        """The text that `encrypt` was given for the same purpose.

        Raises:
            DecryptionFailed: another key or purpose, or the bytes were changed.
        """
        return self.decrypt_bytes(token, purpose=purpose).decode("utf-8", "surrogatepass")

    def decrypt_bytes(self, token: bytes, *, purpose: str) -> bytes:
        """What `encrypt_bytes` was given for the same purpose; raises as `decrypt`."""
        header, sealed = token[:_HEADER_BYTES], token[_HEADER_BYTES:]
        if header != bytes([_VERSION, self._key_id]):
            raise DecryptionFailed("Värdet är krypterat med en annan nyckel än den som används.")
        about = header + purpose.encode()
        try:
            return self._cipher(purpose).decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], about
            )
        except (InvalidTag, ValueError) as error:
            raise DecryptionFailed(f"Ett krypterat värde ({purpose}) går inte att läsa.") from error

    def fingerprint(self, value: int | str, *, purpose: str) -> str:
        """A keyed hash, 32 hex digits, by which a value is recognised and never read."""
        return hmac.new(
            self.hash_key(purpose), str(value).encode("utf-8", "surrogatepass"), hashlib.sha256
        ).hexdigest()[:_FINGERPRINT_CHARS]

    def pseudonym(self, telegram_id: int | str, *, at: datetime) -> str:
        """What coordinators see of a person, e.g. `P-4F7K2A`; another one each month (UTC)."""
        if at.tzinfo is None:
            raise NaiveTime("A pseudonym needs a time with a time zone.")
        key = self._derive(f"pseudonym {at.astimezone(UTC):%Y-%m}")
        digest = hmac.new(key, str(telegram_id).encode(), hashlib.sha256).digest()
        # 256 is a multiple of the alphabet's 32 letters: each letter is equally likely.
        letters = (ALPHABET[byte % len(ALPHABET)] for byte in digest[:_PSEUDONYM_CHARS])
        return "P-" + "".join(letters)

    def file_key(self, salt: bytes, *, purpose: str) -> bytes:
        """32 bytes for one file, whose salt nobody else has."""
        hkdf = HKDF(SHA256(), SECRET_BYTES, salt=salt, info=f"brabot {purpose}".encode())
        return hkdf.derive(self._secret)

    def _cipher(self, purpose: str) -> AESGCM:
        if purpose not in self._ciphers:
            self._ciphers[purpose] = AESGCM(self._derive(f"encrypt {purpose}"))
        return self._ciphers[purpose]

    def _derive(self, info: str) -> bytes:
        if info not in self._derived:
            hkdf = HKDF(SHA256(), SECRET_BYTES, salt=None, info=f"brabot {info}".encode())
            self._derived[info] = hkdf.derive(self._secret)
        return self._derived[info]


def parse_secret(text: str) -> bytes:
    """The 32 bytes of a key in url-safe base64; raises `SecretKeyInvalid` without the value."""
    stripped = text.strip().rstrip("=")
    padded = stripped + "=" * (-len(stripped) % 4)
    try:
        secret = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        # The cause is left out: its text may hold parts of the key.
        raise SecretKeyInvalid(_invalid("texten är inte url-säker base64")) from None
    if len(secret) != SECRET_BYTES:
        raise SecretKeyInvalid(_invalid(f"den är {len(secret)} byte lång"))
    return secret


def new_secret() -> str:
    """A fresh key as text, as `parse_secret` takes it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def read_or_create_key_file(path: Path) -> tuple[bytes, bool]:
    """The key in a file, made (mode 0600) if there is none; True tells that it was made.

    Raises:
        SecretKeyInvalid: the file holds something else.
        SecretKeyFileUnusable: it can neither be read nor made.
    """
    try:
        created = not path.exists() and _create_key_file(path)
        text = path.read_text(encoding="ascii")
    except UnicodeDecodeError:
        raise SecretKeyInvalid(_invalid(f"filen {path} innehåller annat än en nyckel")) from None
    except OSError as error:
        raise SecretKeyFileUnusable(
            f"Nyckelfilen {path} kan varken läsas eller skapas ({error.strerror}). "
            "Kontrollera att mappen finns och att du får skriva i den."
        ) from error
    if not text.strip():
        raise SecretKeyInvalid(
            f"Nyckelfilen {path} är tom. Lägg tillbaka nyckeln från din kopia av den: en ny nyckel "
            "öppnar inte en databas som redan finns."
        )
    return parse_secret(text), created


def _create_key_file(path: Path) -> bool:
    """False if another process was faster."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(new_secret() + "\n")
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a rename, never replaces a key that is in use already.
        Path(path).hardlink_to(name)
    except FileExistsError:
        return False
    finally:
        Path(name).unlink()
    return True


def _invalid(reason: str) -> str:
    return (
        f"Den hemliga nyckeln går inte att använda: {reason}. "
        "Den ska vara 32 byte i url-säker base64 (43 eller 44 tecken)."
    )
