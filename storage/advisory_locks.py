"""The numbers of PostgreSQL's advisory locks: any, each once, the same in every process."""

from typing import Final

MIGRATING: Final = 7_017_406
CLAIMING: Final = 7_017_407
IN_USE: Final = 7_017_408
"""Shared by every connection, so that who wants to be alone can see whether they are."""
RECEIVING: Final = 7_017_409
SCHEDULING: Final = 7_017_410
NOTING_CONFIG: Final = 7_017_411
CLAIMING_INBOX: Final = 7_017_412
PURGING: Final = 7_017_413
