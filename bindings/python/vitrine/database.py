"""An SQLite database as a grant: db.query(sql, params) and db.tables() in the guest.

What a statement may touch is decided by SQLite's authorizer while it is compiled, never
by looking at its text: reading, and writing to the tables that were named. No ATTACH, no
PRAGMA, no extension, no transaction of the guest's own: all that a run writes is one,
which ends with the run. It begins with the first statement that writes. Within it the
guest may set one savepoint, and go back to it.
"""

from __future__ import annotations

import re
import sqlite3
import time as clock
from functools import partial
from os import fsdecode

from . import _core, units
from .errors import HostError
from .grants import Grant

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from .session import Session

_WRITING = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}
# These read or write files, or show what lies beneath the tables.
_UNSAFE = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit", "zipfile"}
_BENEATH = {"dbstat", "sqlite_dbpage", "sqlite_stmt", "bytecode", "tables_used", "fsdir"}
_CATALOGUE = {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}
# What an owner may not do: leave the file, or the run's transaction.
_NOT_OWNED = {
    sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_CREATE_VTABLE, sqlite3.SQLITE_DROP_VTABLE,
}  # fmt: skip
_STEPS = 1000  # of SQLite's machine between two looks at the clock
_BLANKS = " \t\r\n;"
_LONGEST = 100000  # bytes of a statement
# SQLite's numbers of limits, which CPython can set from 3.11: of the expression's depth,
# compounds, operations, what is attached, LIKE patterns, triggers, workers.
_NARROW = {3: 200, 4: 50, 5: 100000, 7: 0, 8: 200, 10: 10, 11: 0}
_LENGTH = 0  # that of a text or blob
# Where CPython does not say: messages of errors that are the database's and not the statement's.
_TROUBLE = re.compile(r"locked|disk|readonly|malformed|not a database|unable to open|full")


class Database(Grant):
    """A file, which is opened read-only unless tables are named to write to; or a
    connection of yours, which has to be usable from the threads that run the session.

    All that a run writes is one transaction: kept if the run is kept, rolled back if it
    is. With transactional=True that is any run that does not end well.

    :param tables: tables and views that may be read; all, if it is left out
    :param write: tables that may be changed, one statement at a time
    :param owner: all of it may be changed, tables made and dropped; the file is made
    :param rows: the most of one answer; more is a ValueError
    :param size: bytes of one answer
    :param time: the longest that a statement takes
    """

    def __init__(
        self,
        database: str | os.PathLike[str] | sqlite3.Connection,
        tables: Iterable[str] | None = None,
        *,
        write: Iterable[str] = (),
        owner: bool = False,
        rows: int = 10000,
        size: units.Size = "1M",
        time: units.Duration = 5,
    ) -> None:
        if isinstance(tables, str) or isinstance(write, str):
            raise TypeError("tables and write are lists of names")
        self._database = database
        if owner and tables is not None:
            raise ValueError("an owner has all tables: no tables=")
        self._tables = None if tables is None else {name.lower() for name in tables}
        self._write = {name.lower() for name in write}
        self._owner = bool(owner)
        self._rows = units.count("rows", rows)
        self._size = units.size("size", size)
        self._time = units.nanoseconds("time", time) / 10**9

    def explain(self) -> str:
        if self._owner:
            return "reads and changes all of the database"
        what = "the whole database" if self._tables is None else ", ".join(sorted(self._tables))
        also = f", and writes to {', '.join(sorted(self._write))}" if self._write else ""
        return f"reads {what}{also}"

    def open(self, session: Session) -> None:
        own = not isinstance(self._database, sqlite3.Connection)
        options: dict[str, object] = {
            "file": fsdecode(self._database) if own else ":connection:",  # type: ignore[arg-type]
            "owner": self._owner,
        }
        if self._tables is not None:
            options["tables"] = " ".join(sorted(self._tables)) or " "
        if self._write:
            options["write"] = " ".join(sorted(self._write))
        door = _Door(self)
        try:
            session._core.grant_plugin("sqlite", [options], door)
        except BaseException:
            door.close()
            raise


def from_options(options: dict[str, Any]) -> _Door:
    """The door of a grant that was typed, or stands in a policy; errors are for people."""
    path = options.pop("file")
    write = options.pop("write", "").replace(",", " ").split()
    tables = options.pop("tables").replace(",", " ").split() if "tables" in options else None
    if "time" in options:
        options["time"] /= 10**9
    try:
        return _Door(Database(path, tables, write=write, **options))
    except (sqlite3.Error, ValueError) as error:
        raise OSError(f"sqlite: {path}: {error}") from None


class _Door:
    """One connection, the run's transaction in it, and what was refused last."""

    def __init__(self, grant: Database) -> None:
        self._grant = grant
        self._own = not isinstance(grant._database, sqlite3.Connection)
        self._connection = self._connect() if self._own else _as_connection(grant._database)
        self._denied = ""
        self._writes = False  # the statement changes something
        self._begun = ""  # how the run's transaction began
        self._saved = False  # the guest's savepoint is set
        self._saves = False  # … and will be, if the statement is good

    def _connect(self) -> sqlite3.Connection:
        from urllib.parse import quote

        grant = self._grant
        path = quote(fsdecode(grant._database))  # type: ignore[arg-type]
        mode = "rwc" if grant._owner else "rw" if grant._write else "ro"
        return sqlite3.connect(
            f"file:{path}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None,
            timeout=1,
        )  # fmt: skip

    # --- for the guest ---

    def query(
        self, sql: str, params: list[Any] | tuple[Any, ...] | dict[str, Any] = ()
    ) -> list[dict[str, Any]]:
        """Runs one SQL statement; rows as dicts."""
        if "\0" in sql:
            raise ValueError("the statement has a NUL")
        if not sql.strip(_BLANKS):
            raise ValueError("there is no statement")
        if len(sql) > _LONGEST:
            raise ValueError(f"the statement is over {_LONGEST} characters")
        given = params.items() if isinstance(params, dict) else enumerate(params, 1)
        for name, value in given:
            if not _can_be_bound(value):
                raise TypeError(
                    f"parameter {name} is not None, bool, an int of 64 bits, float, str or bytes"
                )
        return self._watched(self._run, sql, params)

    def tables(self) -> list[str]:
        """The names of tables and views that can be read."""
        self._grant, grant = Database(self._grant._database), self._grant
        try:
            rows = self._watched(
                self._fetch,
                "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
                "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", (),
            )  # fmt: skip
        finally:
            self._grant = grant
        names = None if grant._tables is None else grant._tables | grant._write
        return [row["name"] for row in rows if names is None or row["name"].lower() in names]

    # --- for the end of a run ---

    def commit(self) -> None:
        begun, self._begun, self._saved = self._begun, "", False
        if not begun:
            return
        if not self._connection.in_transaction:
            raise OSError(
                "sqlite: what the run wrote was taken back when a statement of it failed"
            )
        try:
            self._connection.execute("COMMIT" if begun == "BEGIN IMMEDIATE" else "RELEASE vitrine_run")
        except sqlite3.Error as error:
            self._begun = begun
            self.abort()
            raise OSError(f"sqlite: what the run wrote cannot be kept: {error}") from None

    def abort(self) -> None:
        begun, self._begun, self._saved = self._begun, "", False
        if not begun or not self._connection.in_transaction:
            return
        if begun == "BEGIN IMMEDIATE":
            self._connection.execute("ROLLBACK")
        else:
            self._connection.execute("ROLLBACK TO vitrine_run")
            self._connection.execute("RELEASE vitrine_run")

    def close(self) -> None:
        if self._own:
            self._connection.close()

    # --- one statement ---

    def _watched(self, act: Any, sql: str, params: Any) -> list[dict[str, Any]]:
        """With the authorizer, limits and clock of the grant, which are then taken away:
        the connection may be the host's."""
        connection = self._connection
        self._denied, self._writes, self._saves = "", False, self._saved
        factory, connection.text_factory = connection.text_factory, _text
        before = {}
        if hasattr(connection, "setlimit"):
            wanted = {**_NARROW, _LENGTH: min(self._grant._size + 1000, 1 << 30)}
            before = {limit: connection.setlimit(limit, most) for limit, most in wanted.items()}
        connection.set_authorizer(self._authorize)
        late = partial(_core.is_late, clock.monotonic() + self._grant._time)
        connection.set_progress_handler(late, _STEPS)
        try:
            rows: list[dict[str, Any]] = act(sql, params)
            self._saved = self._saves
            return rows
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._explain(error, sql, params) from None
        finally:
            connection.set_progress_handler(None, 0)
            connection.set_authorizer(_allow)
            for limit, most in before.items():
                connection.setlimit(limit, most)
            connection.text_factory = factory

    def _run(self, sql: str, params: Any) -> list[dict[str, Any]]:
        grant = self._grant
        if grant._write or grant._owner:  # compiled once more, to see whether it writes
            self._connection.execute("EXPLAIN " + sql, params).close()
            if self._writes or self._begun:
                self._begin()
        return self._fetch(sql, params)

    def _begin(self) -> None:
        connection = self._connection
        if self._begun:
            if not connection.in_transaction:
                raise HostError("sqlite", "what this run wrote was taken back: it cannot go on")
            return
        begin = "SAVEPOINT vitrine_run" if connection.in_transaction else "BEGIN IMMEDIATE"
        connection.set_authorizer(_allow)
        connection.execute(begin)
        self._begun = begin
        connection.set_authorizer(self._authorize)

    def _fetch(self, sql: str, params: Any) -> list[dict[str, Any]]:
        grant = self._grant
        cursor = self._connection.cursor()
        cursor.row_factory = None
        rows: list[dict[str, Any]] = []
        left = grant._size
        try:
            cursor.execute(sql, params)
            names = [column[0] for column in cursor.description or ()]
            fixed = 1 + sum(10 + len(name) for name in names)
            for row in cursor:
                if len(rows) == grant._rows:
                    raise ValueError(f"more than {grant._rows} rows: use LIMIT")
                left -= fixed + sum(len(v) for v in row if isinstance(v, (str, bytes)))
                if left < 0:
                    raise ValueError(
                        f"the answer is over {grant._size} bytes: ask for less of it"
                    )
                rows.append(dict(zip(names, row)))
        finally:
            cursor.close()
        return rows

    # --- what is allowed ---

    def _authorize(
        self, action: int, a: str | None, b: str | None, schema: str | None, via: str | None
    ) -> int:
        grant, name = self._grant, (a or "").lower()
        if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE):
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ:
            return self._authorize_reading(a, name, schema, (via or "").lower())
        if action == sqlite3.SQLITE_FUNCTION:
            safe = (b or "").lower() not in _UNSAFE
            return sqlite3.SQLITE_OK if safe else self._deny(f"the function {b}")
        self._writes = self._writes or action != sqlite3.SQLITE_PRAGMA
        if action == sqlite3.SQLITE_SAVEPOINT:
            return self._authorize_saving(a or "", b)
        if action in _WRITING:
            listed = name in grant._write and name not in _CATALOGUE and schema == "main"
            if listed or grant._owner:
                return sqlite3.SQLITE_OK
            return self._deny(f"writing to the table {a}")
        if action == sqlite3.SQLITE_PRAGMA:
            owned = grant._owner and name == "table_info"
        else:
            owned = grant._owner and action not in _NOT_OWNED
        return sqlite3.SQLITE_OK if owned else self._deny("a statement of this kind")

    def _authorize_reading(
        self, a: str | None, name: str, schema: str | None, via: str
    ) -> int:
        grant = self._grant
        if grant._owner and (name == "pragma_table_info" or schema == "temp"):
            return sqlite3.SQLITE_OK
        hidden = name in _BENEATH or name.startswith("pragma_") or schema not in ("main", None)
        listed = grant._tables is None or bool({name, via} & grant._tables)
        if not hidden and (listed or name in grant._write):
            return sqlite3.SQLITE_OK
        return self._deny(f"reading {a}")

    def _authorize_saving(self, what: str, name: str | None) -> int:
        """One of one name, so that the guest cannot pile them up."""
        may = self._grant._owner or self._grant._write
        if not may or name != "vitrine" or (what == "BEGIN") == self._saved:
            return self._deny("a statement of this kind")
        self._saves = what != "RELEASE"
        return sqlite3.SQLITE_OK

    def _deny(self, what: str) -> int:
        self._denied = f"{what} is not granted"
        return sqlite3.SQLITE_DENY

    # --- what went wrong ---

    def _explain(self, error: Exception, sql: str, params: Any) -> Exception:
        """What SQLite says names tables, columns and the statement's own text: nothing
        that the guest may not know."""
        text = str(error)
        if self._denied:
            return PermissionError(self._denied)
        if text == "interrupted":
            return TimeoutError("the statement took too long")
        if "one statement at a time" in text:
            return ValueError("one statement at a time")
        counts = re.search(r"uses (\d+), and there (?:are|is) (\d+) supplied", text)
        if counts:
            return ValueError(
                f"the statement has {counts[1]} parameters, {counts[2]} were given"
            )
        if "did not supply a value for binding" in text:
            # CPython names it from 3.10 only.
            missing = [name for name in re.findall(r"[:@$](\w+)", sql) if name not in params]
            return ValueError(f"no value for the parameter :{missing[0] if missing else '?'}")
        if isinstance(error, sqlite3.DataError) or "too big" in text:
            return ValueError("a text or blob is too large")
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            trouble = isinstance(error, sqlite3.DatabaseError) and bool(_TROUBLE.search(text))
        else:
            trouble = code & 0xFF not in (1, 19)  # ERROR, CONSTRAINT
        return HostError("sqlite", text) if trouble else ValueError(text)


def _as_connection(database: Any) -> sqlite3.Connection:
    assert isinstance(database, sqlite3.Connection)
    return database


def _can_be_bound(value: object) -> bool:
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return value is None or isinstance(value, (float, str, bytes))


def _text(data: bytes) -> str | bytes:
    """A database may hold text that is none."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _allow(*what: object) -> int:
    return sqlite3.SQLITE_OK
