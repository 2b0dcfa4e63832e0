"""A mail as plain data, as it waits in the outbox."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from storage.outbox import Outgoing, Priority

METHOD = "sendMail"


@dataclass(frozen=True, kw_only=True)
class InlineImage:
    """A PNG shown where the HTML says `cid:NAME`; `alt` says the same in words."""

    name: str
    alt: str
    png: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Mail:
    """What a mailbox gets; who sends it and how to answer is decided when it is sent.

    `topic` is the id of the focus area, `unsubscribe` the subject of a mail that asks for no
    more of them.
    """

    subject: str
    text: str = field(repr=False)
    html: str = field(repr=False)
    language: str
    topic: str
    unsubscribe: str
    images: tuple[InlineImage, ...] = ()

    def to(self, address: str, *, priority: Priority = Priority.DIGEST) -> Outgoing:
        """The mail for the outbox."""
        return Outgoing(address=address, method=METHOD, params=self._as_params(), priority=priority)

    def _as_params(self) -> dict[str, Any]:
        images = [
            {"name": image.name, "alt": image.alt, "png": b64encode(image.png).decode()}
            for image in self.images
        ]
        written = {name: getattr(self, name) for name in _WRITTEN}
        return {**written, "images": images}


_WRITTEN = ("subject", "text", "html", "language", "topic", "unsubscribe")


def mail_from(params: Mapping[str, Any]) -> Mail:
    """The mail that was put into the outbox."""
    images = (
        InlineImage(name=image["name"], alt=image["alt"], png=b64decode(image["png"]))
        for image in params["images"]
    )
    return Mail(**{name: params[name] for name in _WRITTEN}, images=tuple(images))
