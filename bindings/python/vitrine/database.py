"""An SQLite database as a grant: db.query(sql, params) and db.tables() in the guest.

What a statement may touch is decided by SQLite's authorizer while it is compiled, never
by looking at its text: reading, and writing to the tables that were named. No ATTACH, no
PRAGMA, no transaction, no extension.
"""

from __future__ import annotations

import sqlite3
import time as clock
from os import fsdecode
from urllib.parse import quote

from . import units
from .grants import Grant

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from typing import Any

    from .session import Session

_WRITING = {sqlite3.SQLITE_INSERT: "INSERT into", sqlite3.SQLITE_UPDATE: "UPDATE of",
            sqlite3.SQLITE_DELETE: "DELETE from"}  # fmt: skip
# These read or write files, or show what lies beneath the tables.
_UNSAFE = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "zipfile"}
_BENEATH = {"dbstat", "sqlite_dbpage", "sqlite_stmt", "bytecode", "tables_used", "fsdir"}
_CATALOGUE = {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}
_STEPS = 1000  # of SQLite's machine between two looks at the clock


class Database(Grant):
    """A file, which is opened read-only unless tables are named to write to; or a
    connection of yours, which has to be usable from the threads that run the session.

    :param tables: tables and views that may be read; all, if it is left out
    :param write: tables that may be changed, one statement at a time
    :param rows: the most of one answer; more is a ValueError
    :param time: the longest that a statement takes
    """

    def __init__(
        self,
        database: str | os.PathLike[str] | sqlite3.Connection,
        tables: Iterable[str] | None = None,
        *,
        write: Iterable[str] = (),
        rows: int = 10000,
        time: units.Duration = 5,
    ) -> None:
        if isinstance(tables, str) or isinstance(write, str):
            raise TypeError("tables and write are lists of names")
        self._database = database
        self._tables = None if tables is None else {name.lower() for name in tables}
        self._write = {name.lower() for name in write}
        self._rows = units.count("rows", rows)
        self._time = units.nanoseconds("time", time) / 10**9

    def explain(self) -> str:
        what = "the whole database" if self._tables is None else ", ".join(sorted(self._tables))
        also = f", and writes to {', '.join(sorted(self._write))}" if self._write else ""
        return f"reads {what}{also}"

    def open(self, session: Session) -> Callable[[], object] | None:
        own = not isinstance(self._database, sqlite3.Connection)
        connection: sqlite3.Connection = self._connect() if own else self._database  # type: ignore[assignment]
        one = _Statements(self, connection, own)
        session.function(name="db.query")(one.query)
        session.function(name="db.tables")(one.tables)
        return connection.close if own else None

    def _connect(self) -> sqlite3.Connection:
        path = quote(fsdecode(self._database))  # type: ignore[arg-type]
        mode = "rw" if self._write else "ro"
        return sqlite3.connect(
            f"file:{path}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None
        )


class _Statements:
    """One connection, and what was refused last."""

    def __init__(self, grant: Database, connection: sqlite3.Connection, own: bool) -> None:
        self._grant = grant
        self._connection = connection
        self._own = own
        self._denied = ""

    def query(
        self, sql: str, params: list[Any] | tuple[Any, ...] | dict[str, Any] = ()
    ) -> list[dict[str, Any]]:
        """Runs one SQL statement; rows as dicts. params: a list for ?, a dict for :name."""
        return self._run(sql, params)

    def tables(self) -> list[str]:
        """The names of tables and views that can be read."""
        cursor = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
        names = self._grant._tables
        return [row[0] for row in cursor if names is None or row[0].lower() in names]

    def _run(self, sql: str, params: Any) -> list[dict[str, Any]]:
        deadline = clock.monotonic() + self._grant._time
        connection, self._denied = self._connection, ""
        cursor = connection.cursor()
        cursor.row_factory = None
        connection.set_authorizer(self._authorize)
        connection.set_progress_handler(lambda: clock.monotonic() > deadline, _STEPS)
        try:
            found = cursor.execute(sql, params).fetchmany(self._grant._rows + 1)
        except (sqlite3.Error, sqlite3.Warning) as error:
            if self._denied:
                raise PermissionError(self._denied) from None
            if clock.monotonic() > deadline:
                raise TimeoutError(f"the statement took more than {self._grant._time:g} s") from None
            raise ValueError(str(error)) from None
        finally:
            connection.set_progress_handler(None, 0)
            connection.set_authorizer(_allow)
            description = cursor.description
            cursor.close()
        if len(found) > self._grant._rows:
            raise ValueError(f"more than {self._grant._rows} rows: ask for fewer with LIMIT")
        names = [column[0] for column in description or ()]
        return [dict(zip(names, row)) for row in found]

    def _authorize(
        self, action: int, a: str | None, b: str | None, schema: str | None, via: str | None
    ) -> int:
        grant, name = self._grant, (a or "").lower()
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            if name in _BENEATH or name.startswith("pragma_") or schema not in ("main", None):
                return self._deny(f"reading {a}")
            listed = grant._tables is None or bool({name, (via or "").lower()} & grant._tables)
            return sqlite3.SQLITE_OK if listed or name in grant._write else self._deny(f"reading {a}")
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_OK if (b or "").lower() not in _UNSAFE else self._deny(f"{b}()")
        if action in _WRITING:
            writable = name in grant._write and name not in _CATALOGUE and schema == "main"
            return sqlite3.SQLITE_OK if writable else self._deny(f"{_WRITING[action]} {a}")
        return self._deny("this kind of statement")

    def _deny(self, what: str) -> int:
        self._denied = f"{what} is not granted"
        return sqlite3.SQLITE_DENY


def _allow(*what: object) -> int:
    return sqlite3.SQLITE_OK
