"""An encrypted stream of lines that cannot be read, changed, reordered or cut unnoticed.

Layout, whole numbers with the highest byte first:

    8 bytes   `BRABOTBK`
    1 byte    version of this layout
    16 bytes  salt: each file has a key of its own, so its nonces may simply count
    8 bytes   by which the right secret key is recognised
    chunks    4 bytes: the length of what follows, its highest bit set for the last chunk;
              then AES-256-GCM of zlib's stream, whose nonce is the chunk's number and whether
              it is the last one, and which authenticates the 33 bytes at the beginning

Source: the STREAM construction, Hoang, Reyhanitabar, Rogaway and Vizár, "Online
Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015.
"""

import hmac
import os
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import BackupDamaged, BackupKeyWrong, BackupNewer
from storage.keys import Keyring

_MAGIC: Final = b"BRABOTBK"
_VERSION: Final = 1
_SALT_BYTES = 16
_CHECK_BYTES = 8
_BEGINNING_BYTES = len(_MAGIC) + 1 + _SALT_BYTES + _CHECK_BYTES
_CHUNK_BYTES = 64 * 1024
_TAG_BYTES = 16
_LAST = 1 << 31
_LEVEL = 3  # zlib: most of what is kept is encrypted already and gets hardly smaller

_NO_BACKUP = "Filen är ingen säkerhetskopia från Bråbot. Ange rätt fil."
_CHANGED = "Säkerhetskopian är skadad eller ändrad. Använd en annan kopia."
_CUT = "Säkerhetskopian är avklippt: slutet saknas. Använd en annan kopia, eller hämta filen igen."


class Sealer:
    """Writes lines, sealed; without `finish` the file is a cut one."""

    def __init__(self, file: BinaryIO, keyring: Keyring) -> None:
        salt = os.urandom(_SALT_BYTES)
        self._file = file
        self._beginning = _MAGIC + bytes([_VERSION]) + salt + _check(keyring, salt)
        self._cipher = _cipher(keyring, salt)
        self._number = 0
        self._zlib = zlib.compressobj(_LEVEL)
        self._waiting = bytearray()
        file.write(self._beginning)

    def write(self, line: bytes) -> None:
        """Add a line; it holds no line break."""
        self._waiting += self._zlib.compress(line + b"\n")
        self._put_full_chunks()

    def finish(self) -> None:
        """Write what is left, which ends the stream."""
        self._waiting += self._zlib.flush()
        self._put_full_chunks()
        self._put(bytes(self._waiting), last=True)

    def _put_full_chunks(self) -> None:
        while len(self._waiting) > _CHUNK_BYTES:
            self._put(bytes(self._waiting[:_CHUNK_BYTES]), last=False)
            del self._waiting[:_CHUNK_BYTES]

    def _put(self, plain: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last), plain, self._beginning)
        mark = _LAST if last else 0
        self._file.write((len(sealed) | mark).to_bytes(4, "big"))
        self._file.write(sealed)
        self._number += 1


def unsealed(file: BinaryIO, keyring: Keyring) -> Iterator[bytes]:
    """The lines of a sealed file, each from a chunk that was found to be genuine.

    Only when the last one has been taken it is known that none is missing.

    Raises:
        BackupKeyWrong: it was sealed with another secret key.
        BackupNewer: a newer program wrote it.
        BackupDamaged: it is no such file, or not the whole of it, or changed.
    """
    rest = b""
    unzip = zlib.decompressobj()
    for chunk in _chunks(file, keyring):
        *lines, rest = (rest + unzip.decompress(chunk)).split(b"\n")
        yield from lines
    if rest or not unzip.eof:
        raise BackupDamaged(_CHANGED)


def _chunks(file: BinaryIO, keyring: Keyring) -> Iterator[bytes]:
    beginning = file.read(_BEGINNING_BYTES)
    salt = _salt(beginning, keyring)
    cipher = _cipher(keyring, salt)
    number, last = 0, False
    while not last:
        head = int.from_bytes(_whole(file, 4), "big")
        last, length = bool(head & _LAST), head & ~_LAST
        if not _TAG_BYTES <= length <= _CHUNK_BYTES + _TAG_BYTES:
            raise BackupDamaged(_CHANGED)
        try:
            chunk = cipher.decrypt(_nonce(number, last), _whole(file, length), beginning)
        except InvalidTag:
            raise BackupDamaged(_CHANGED) from None
        yield chunk
        number += 1
    if file.read(1):
        raise BackupDamaged(_CHANGED)


def _salt(beginning: bytes, keyring: Keyring) -> bytes:
    if not beginning.startswith(_MAGIC):
        raise BackupDamaged(_NO_BACKUP)
    if len(beginning) < _BEGINNING_BYTES:
        raise BackupDamaged(_CUT)
    version, rest = beginning[len(_MAGIC)], beginning[len(_MAGIC) + 1 :]
    if version > _VERSION:
        raise BackupNewer(
            "Säkerhetskopian är skriven av en nyare version av programmet. Uppdatera det först."
        )
    salt, check = rest[:_SALT_BYTES], rest[_SALT_BYTES:]
    if version != _VERSION:
        raise BackupDamaged(_CHANGED)
    if not hmac.compare_digest(check, _check(keyring, salt)):
        raise BackupKeyWrong(
            "Säkerhetskopian är krypterad med en annan hemlig nyckel (eller skadad i sin början). "
            "Ange nyckeln från när kopian togs, i BRABOT_SECRET_KEY eller BRABOT_SECRET_KEY_FILE."
        )
    return salt


def _whole(file: BinaryIO, length: int) -> bytes:
    data = file.read(length)
    if len(data) < length:
        raise BackupDamaged(_CUT)
    return data


def _cipher(keyring: Keyring, salt: bytes) -> AESGCM:
    return AESGCM(keyring.file_key(salt, purpose="backup"))


def _check(keyring: Keyring, salt: bytes) -> bytes:
    return keyring.file_key(salt, purpose="backup check")[:_CHECK_BYTES]


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
