"""Files that have been sent, by name of Telegram's `file_id`."""

import secrets
from dataclasses import dataclass

from bot.sandbox.errors import RefusalError, bad_request
from bot.sandbox.methods import limit
from bot.sandbox.values import Json, Upload


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file and its identifiers."""

    file_id: str
    unique_id: str
    path: str
    upload: Upload

    def as_file(self) -> Json:
        """Return the fields that Telegram's `File`, `Document` and `PhotoSize` share."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.upload.content),
        }


class FileStore:
    """Keeps files in memory."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, upload: Upload, *, folder: str) -> StoredFile:
        """Keep a file; `folder` is how its download path begins."""
        number = len(self._by_id)
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        stored = StoredFile(
            file_id=secrets.token_urlsafe(36),
            unique_id=secrets.token_urlsafe(11),
            path=f"{folder}/file_{number}.{suffix}",
            upload=upload,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Return the file.

        Raises:
            RefusalError: 400 when there is none.
        """
        try:
            return self._by_id[file_id]
        except KeyError as error:
            raise bad_request("wrong remote file identifier specified") from error

    def at(self, path: str) -> StoredFile | None:
        """Return the file with this download path, None when there is none."""
        return self._by_path.get(path)

    def lose(self) -> None:
        """Answer 404 to every download of what is kept by now; the ids stay known."""
        self._by_path.clear()

    def take(self, arguments: Json, name: str, *, folder: str, largest: str) -> StoredFile:
        """Return the file of a call: uploaded, attached, or known by its `file_id`.

        Raises:
            RefusalError: 400 for no or an empty file, 413 above the limit called `largest`.
        """
        given = arguments[name]
        if isinstance(given, str) and given.startswith("attach://"):
            given = arguments.get(given.removeprefix("attach://"))
        if isinstance(given, str):
            if given.startswith(("http://", "https://")):
                raise bad_request("failed to get HTTP URL content")
            return self.find(given)
        if not isinstance(given, Upload):
            raise bad_request(f"there is no {name} in the request")
        if not given.content:
            raise bad_request("file must be non-empty")
        if len(given.content) > limit(largest):
            raise RefusalError(413, "Request Entity Too Large")
        return self.add(given, folder=folder)
