"""From which number on the next row of each table is numbered: no number is ever given twice."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, func, select, text

from storage.rows import last_ids, set_last_ids
from storage.tables import Row


def last_numbers(connection: Connection) -> dict[str, int]:
    """By table, the highest number that any row ever had; 0 or no entry for none."""
    if connection.dialect.name == "sqlite":
        return last_ids(connection)
    found = {}
    for table, sequence in _sequences(connection):
        # The names come from the server's own catalogue, quoted as it quotes them.
        last, called = connection.execute(
            text(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608
        ).one()
        found[table] = last if called else last - 1
    return found


def set_last_numbers(connection: Connection, last: Mapping[str, int]) -> None:
    """Let new rows be numbered from there on."""
    if connection.dialect.name == "sqlite":
        set_last_ids(connection, last)
        return
    for table, sequence in _sequences(connection):
        if number := last.get(table):
            connection.execute(select(func.setval(sequence, number)))


def _sequences(connection: Connection) -> Iterator[tuple[str, str]]:
    for table in Row.metadata.sorted_tables:
        counting = table.autoincrement_column
        if counting is None:
            continue
        sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, counting.name)))
        if sequence is not None:
            yield table.name, sequence
