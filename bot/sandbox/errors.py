"""What the sandbox refuses, in Telegram's own words."""


class SandboxError(Exception):
    """Something in the sandbox cannot be done."""


class NoSuchButtonError(SandboxError):
    """The message has no button with this label or callback data."""


class NoSuchMessageError(SandboxError):
    """Nobody wrote a message with this number."""


class DroppedError(SandboxError):
    """The connection ends before the answer."""


class RefusalError(SandboxError):
    """A call to the Bot API is refused; the texts are those that Telegram sends.

    Attributes:
        code: the HTTP status, which is Telegram's `error_code` too.
        description: the text of the refusal.
        retry_after: whole seconds to wait, for 429 alone.
        migrate_to_chat_id: the new id of a group that has become a supergroup.
    """

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id


def bad_request(reason: str) -> RefusalError:
    """Return the 400 with this reason."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """Return the 403 with this reason."""
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """Return the 409 with this reason."""
    return RefusalError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> RefusalError:
    """Return the 429 that asks for this many seconds of quiet."""
    return RefusalError(
        429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after
    )


def not_played(what: str) -> RefusalError:
    """Return the 501 for what Telegram can do and the sandbox cannot."""
    return RefusalError(501, f"Not Implemented: the sandbox does not play {what}")
