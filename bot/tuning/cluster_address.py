"""Where a Dask cluster listens, and who else may hear what goes there."""

from urllib.parse import urlsplit

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_private(address: str) -> bool:
    """Whether nobody else hears what goes to such an address of Dask's."""
    where = urlsplit(address)
    return where.scheme == "tls" or (where.scheme == "tcp" and where.hostname in _LOOPBACK)
