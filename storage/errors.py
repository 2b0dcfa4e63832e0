"""What can go wrong in keeping things. Messages are for operators and say what to do."""


class StorageError(Exception):
    """Something could not be kept or found."""


class SecretKeyInvalid(StorageError):
    """The secret key given is not 32 bytes in url-safe base64."""


class SecretKeyFileUnusable(StorageError):
    """The key file can neither be read nor made."""


class SecretKeyWrong(StorageError):
    """The database was written with another secret key."""


class DecryptionFailed(StorageError):
    """An encrypted value was written with another key or purpose, or has been changed."""


class NaiveTime(StorageError, ValueError):
    """A time without time zone was given."""


class DatabaseUrlInvalid(StorageError):
    """The database URL has a form that is not supported."""


class DatabaseDriverMissing(StorageError):
    """The package with which PostgreSQL is reached is not installed."""


class DatabaseFolderMissing(StorageError):
    """The folder in which the database file shall lie does not exist."""


class DatabaseUnreadable(StorageError):
    """The file is not a database, or the database of another program."""


class DatabaseNewer(StorageError):
    """The database was written by a newer version of the program."""


class DatabaseUnavailable(StorageError):
    """The database cannot be reached or written just now; a later attempt may succeed."""


class ConcernUnknown(StorageError):
    """There is no concern with that id (any more)."""


class ConcernKnown(StorageError):
    """A concern with that external id has been recorded before."""


class ConcernHeld(StorageError):
    """The concern must be kept by a decision and cannot be deleted until the hold is lifted."""


class InviteUnknown(StorageError):
    """No invitation has that code."""


class InviteExpired(StorageError):
    """The invitation's time is over."""


class InviteUsed(StorageError):
    """The invitation has been used by another chat."""


class MailboxKnown(StorageError):
    """The mailbox is a group of the focus area already."""


class FileTaken(StorageError):
    """Something stands already where a file should be written."""


class FileUnwritable(StorageError):
    """A file cannot be written: its folder or the disk refuses, or another one is under way."""


class BackupUnsupported(StorageError):
    """Backups of that kind of database are made with its own tools."""


class BackupDamaged(StorageError):
    """The file is no backup, or not the whole of it, or has been changed."""


class BackupKeyWrong(StorageError):
    """The backup was made with another secret key."""


class BackupNewer(StorageError):
    """The backup was made by a newer version of the program."""


class DatabaseMissing(StorageError):
    """There is no database yet, or not any more."""


class DatabaseInUse(StorageError):
    """A program has the database open that is to be replaced."""


class DatabaseNotEmpty(StorageError):
    """The database that is to be replaced holds something, or cannot be read."""


class DatabaseMoved(StorageError):
    """Everything in the database stands in another one since (`brabot storage move`)."""


class KeyChangeUnfinished(StorageError):
    """The secret key cannot be changed: what is left of the change before stands in the way."""


class MoveFailed(StorageError):
    """What came into the new database is not what the old one holds; nothing was moved."""


class UpdateTaken(StorageError):
    """Another worker has handled the update meanwhile."""
