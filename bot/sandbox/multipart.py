"""Forms that carry files."""

import re
from email.parser import BytesHeaderParser
from email.policy import HTTP
from urllib.parse import unquote

from bot.sandbox.errors import bad_request
from bot.sandbox.values import Upload

_FIELD = re.compile(r';\s*(name|filename)="([^"]*)"')
_BOUNDARY = re.compile(r'boundary="?([^";]+)"?')


def read_multipart(content_type: str, body: bytes) -> dict[str, str | Upload]:
    """Return the fields of a form, files as uploads.

    Raises:
        RefusalError: 400 for a body that is no such form, or text that is not UTF-8.

    Source: RFC 7578.
    """
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise bad_request("failed to parse multipart/form-data: no boundary")
    fields: dict[str, str | Upload] = {}
    marker = b"\r\n--" + boundary[1].encode("latin-1")
    for part in (b"\r\n" + body).split(marker)[1:]:
        if part.startswith(b"--"):
            return fields
        head, separator, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not separator:
            break
        name, field = _read_part(head, content)
        fields[name] = field
    raise bad_request("failed to parse multipart/form-data: unexpected end")


def _read_part(head: bytes, content: bytes) -> tuple[str, str | Upload]:
    disposition = re.search(rb"content-disposition:([^\r\n]*)", head, re.IGNORECASE)
    names = dict(_FIELD.findall(disposition[1].decode() if disposition else ""))
    if "name" not in names:
        raise bad_request("failed to parse multipart/form-data: a part has no name")
    if "filename" not in names:
        return names["name"], content.decode()
    media_type = BytesHeaderParser(policy=HTTP).parsebytes(head + b"\r\n\r\n").get_content_type()
    return names["name"], Upload(
        name=unquote(names["filename"]), content=content, media_type=media_type
    )
