"""What can go wrong in the bot."""

from dataclasses import dataclass


class BrabotError(Exception):
    """The bot cannot do what was asked of it."""


class TextMissing(BrabotError):
    """A text that people should read is not there, or lacks a value it needs."""


class ButtonTooLong(BrabotError):
    """A button's action does not fit into what Telegram carries."""


class DirectoryUnusable(BrabotError):
    """A directory that should be written anew holds something already, or refuses writing."""


@dataclass(frozen=True, kw_only=True)
class ConfigError:
    """One thing wrong in the configuration, told so that an admin can mend it.

    `problem` is a Swedish sentence; `found` is the spelling that stands in the file and
    `nearest` the valid one that looks most like it. `line` counts from 1 and is None where
    the whole file is meant. `allowed` lists what would be right.
    """

    file: str
    problem: str
    line: int | None = None
    key: str | None = None
    found: str | None = None
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        """The fault on one line: where, what, and what to do."""
        where = self.file if self.line is None else f"{self.file}, rad {self.line}"
        parts = [f"{where}: {self.problem}"]
        if self.nearest is not None:
            parts.append(f'Menade du "{self.nearest}"?')
        if self.allowed:
            parts.append(f"Tillåtet: {', '.join(self.allowed)}.")
        if self.remedy is not None:
            parts.append(self.remedy)
        return " ".join(parts)


class ConfigInvalid(BrabotError):
    """The configuration has faults; `errors` holds every one of them, in file order."""

    def __init__(self, errors: tuple[ConfigError, ...]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


class ReadingNotBuilt(BrabotError):
    """The reading of a configuration could not be trained beside the bot; tells why."""


class SettingInvalid(BrabotError):
    """A setting of the environment is missing or cannot be used; tells the remedy."""


class ReadingAborted(BrabotError):
    """Texts that other processes should have read were not; tells why, and nothing of them."""


class InputInvalid(BrabotError):
    """A file or argument given to a command cannot be used; tells what, where, the remedy."""


class MailRefused(BrabotError):
    """The mail server will never take a mail for a mailbox; the message is its status code."""


class MailDelayed(BrabotError):
    """A mail could not be sent now; the message is a status code or the name of an error.

    `answered` tells that the server was there and asked to wait.
    """

    def __init__(self, status: str, *, answered: bool = False) -> None:
        super().__init__(status)
        self.answered = answered


class MailServerRefuses(BrabotError):
    """The mail server takes no mail from us: sender, user or password is wrong to it."""


class BounceUnreadable(BrabotError):
    """What was given is not a bounce that can be read; tells what was expected."""


class RequestRefused(BrabotError):
    """A request over HTTP is answered with `status`; the message is a constant reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class MediaRefused(BrabotError):
    """Nothing can be kept of a file; the message is the constant `reason` for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
