"""sqlite3: the database that was granted, over the doors of the plugin sqlite.

One database, whatever it is called in connect(). All that a run writes is one transaction
of the host's; one of a connection's is a savepoint in it.
"""

import _filesystem
import _os

apilevel, paramstyle, threadsafety = "2.0", "qmark", 1
version, sqlite_version, version_info, sqlite_version_info = "2.6.0", "3.40.0", (2, 6, 0), (3, 40, 0)
PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
SQLITE_OK, SQLITE_DENY, SQLITE_IGNORE = 0, 1, 2
_converters = {}
_adapters = {}


class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


Binary = memoryview


def register_adapter(type, adapter):
    _adapters[type] = adapter


def register_converter(typename, converter):
    _converters[typename.upper()] = converter


def _adapted(value):
    kind = type(value)
    if kind in _adapters:
        return _adapters[kind](value)
    if value is None or kind in (bool, int, float, str, bytes):
        return value
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    if hasattr(value, "__conform__"):
        return value.__conform__(None)
    if hasattr(value, "isoformat"):
        return value.isoformat(" ") if hasattr(value, "hour") else value.isoformat()
    for base in (int, float, str, bytes):
        if isinstance(value, base):
            return base(value)
    return value


def _db():
    try:
        import db
    except ImportError:
        raise PermissionError("no database is granted (grant: sqlite:file=PATH,owner)")
    return db


# The error of the door in the words of this module.
def _failed(error, parameters):
    text = str(error)
    if isinstance(error, TypeError):
        for at, value in enumerate(parameters.values() if isinstance(parameters, dict) else parameters):
            if not isinstance(value, (type(None), int, float, str, bytes)):
                return ProgrammingError("Error binding parameter %d: type '%s' is not supported" % (at + 1, type(value).__name__))
        return ProgrammingError(text)
    if isinstance(error, PermissionError):
        return OperationalError(text + " (grant: sqlite)")
    if isinstance(error, OverflowError):
        return error
    if isinstance(error, TimeoutError):
        return OperationalError("interrupted")
    if text.startswith("the statement has "):
        numbers = [word.strip(",") for word in text.split() if word.strip(",").isdigit()]
        return ProgrammingError("Incorrect number of bindings supplied. The current statement uses %s, and there are %s supplied." % tuple(numbers))
    if text.startswith("no value for the parameter "):
        return ProgrammingError("You did not supply a value for binding parameter %s." % text[27:])
    if text == "one statement at a time":
        return ProgrammingError("You can only execute one statement at a time.")
    return (IntegrityError if "constraint failed" in text else OperationalError)(text)


def _ask(sql, parameters=()):
    try:
        return _db().query(sql, parameters)
    except (ValueError, TypeError, TimeoutError, PermissionError, HostError) as error:
        raise _failed(error, parameters)


def _rows(sql, parameters=()):
    return [tuple(row.values()) for row in _ask(sql, parameters)]


# Where the statement that begins at `at` ends: behind its semicolon, or at the end.
def _end_of(sql, at):
    start = at
    while at < len(sql):
        c = sql[at]
        if c in "'\"`[":
            end = sql.find("]" if c == "[" else c, at + 1)
            at = len(sql) if end < 0 else end + 1
        elif sql.startswith("--", at):
            end = sql.find("\n", at)
            at = len(sql) if end < 0 else end + 1
        elif sql.startswith("/*", at):
            end = sql.find("*/", at)
            at = len(sql) if end < 0 else end + 2
        elif c == ";":
            at += 1
            words = sql[start:at].upper().replace(";", " ; ").split()
            if words[:1] != ["CREATE"] or "TRIGGER" not in words[:3] or words[-2:] == ["END", ";"]:
                return at
        else:
            at += 1
    return at


def complete_statement(statement):
    text = statement.rstrip()
    return text.endswith(";") and _end_of(text, 0) == len(text)


# Its first word, without what is a comment.
def _word(sql):
    at = 0
    while True:
        sql = sql.lstrip(" \t\r\n;")
        if sql.startswith("--"):
            sql = sql.partition("\n")[2]
        elif sql.startswith("/*"):
            sql = sql.partition("*/")[2]
        else:
            break
    while at < len(sql) and sql[at].isalpha():
        at += 1
    return sql[:at].upper()


class Row:
    def __init__(self, cursor, values):
        self._names = [column[0] for column in cursor.description]
        self._values = tuple(values)

    def keys(self):
        return list(self._names)

    def __getitem__(self, key):
        if isinstance(key, str):
            for name, value in zip(self._names, self._values):
                if name.lower() == key.lower():
                    return value
            raise IndexError("No item with that key")
        return self._values[key]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return isinstance(other, Row) and self._names == other._names and self._values == other._values

    def __hash__(self):
        return hash(self._values)


class Cursor:
    arraysize = 1

    def __init__(self, connection):
        self.connection = connection
        self.row_factory = connection.row_factory
        self.description = self.lastrowid = None
        self.rowcount = -1
        self._rows = []
        self._closed = False

    def _check(self):
        self.connection._check()
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")

    def execute(self, sql, parameters=()):
        self._check()
        if not isinstance(sql, str):
            raise TypeError("execute() argument 1 must be str, not %s" % type(sql).__name__)
        if isinstance(parameters, dict):
            parameters = {name: _adapted(value) for name, value in parameters.items()}
        elif isinstance(parameters, str) or not hasattr(parameters, "__iter__"):
            if not isinstance(parameters, str):
                raise ProgrammingError("parameters are of unsupported type")
            parameters = list(parameters)
        else:
            parameters = [_adapted(value) for value in parameters]
        self._rows = []
        self.description = None
        self.rowcount = -1
        word = _word(sql)
        if word in ("SELECT", "VALUES", "WITH") and not (word == "WITH" and self._writes(sql)):
            self._select(sql.rstrip().rstrip(";"), parameters)
        elif word == "BEGIN":
            if self.connection.in_transaction:
                raise OperationalError("cannot start a transaction within a transaction")
            self.connection._begin()
        elif word in ("COMMIT", "END", "ROLLBACK"):
            if not self.connection.in_transaction:
                raise OperationalError("cannot %s - no transaction is active" % ("rollback" if word == "ROLLBACK" else "commit"))
            self.connection.rollback() if word == "ROLLBACK" else self.connection.commit()
        elif word:
            if word in ("INSERT", "REPLACE", "UPDATE", "DELETE") and self.connection.isolation_level is not None:
                self.connection._begin()
            self._keep(_ask(sql, parameters))
            if word in ("INSERT", "REPLACE", "UPDATE", "DELETE", "WITH"):
                known = _ask("SELECT changes(), last_insert_rowid()")[0]
                self.rowcount = known["changes()"]
                self.connection.total_changes += self.rowcount
                if word in ("INSERT", "REPLACE"):
                    self.lastrowid = known["last_insert_rowid()"]
        return self

    def _writes(self, sql):
        return any([word in ("INSERT", "REPLACE", "UPDATE", "DELETE") for word in sql.upper().replace("(", " ").replace(")", " ").split()])

    # In a query of its own, so that columns of one name are told apart. A row of nulls
    # tells the columns where there are no rows.
    def _select(self, sql, parameters):
        rows = _ask("SELECT * FROM (" + sql + "\n)", parameters)
        if not rows:
            known = _ask("SELECT t.* FROM (SELECT 1) LEFT JOIN (" + sql + "\n) t ON 1", parameters)
            self._describe(known[0])
        self._keep(rows)

    def _describe(self, row):
        columns = []
        for name in row:
            plain, _, number = name.rpartition(":")
            columns.append((plain if plain and number.isdigit() else name, None, None, None, None, None, None))
        self.description = tuple(columns)

    def _keep(self, rows):
        if rows:
            self._describe(rows[0])
        self._rows = [tuple(row.values()) for row in reversed(rows)]

    def executemany(self, sql, seq_of_parameters):
        changed = 0
        if _word(sql) not in ("INSERT", "REPLACE", "UPDATE", "DELETE", "WITH"):
            raise ProgrammingError("executemany() can only execute DML statements.")
        last = self.lastrowid
        for parameters in seq_of_parameters:
            self.execute(sql, parameters)
            changed += max(self.rowcount, 0)
        self.rowcount = changed
        self.lastrowid = last
        return self

    def executescript(self, sql_script):
        self.connection.commit()
        at = 0
        level, self.connection.isolation_level = self.connection.isolation_level, None
        try:
            while at < len(sql_script):
                end = _end_of(sql_script, at)
                if _word(sql_script[at:end]):
                    self.execute(sql_script[at:end])
                at = end
        finally:
            self.connection.isolation_level = level
        return self

    def fetchone(self):
        self._check()
        return self._made(self._rows.pop()) if self._rows else None

    def _made(self, row):
        return row if self.row_factory is None else self.row_factory(self, row)

    def fetchmany(self, size=None):
        rows = []
        for _ in range(self.arraysize if size is None else size):
            if not self._rows:
                break
            rows.append(self.fetchone())
        return rows

    def fetchall(self):
        self._check()
        rows = [self._made(row) for row in reversed(self._rows)]
        self._rows = []
        return rows

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        if not self._rows:
            raise StopIteration
        return self.fetchone()

    def close(self):
        self._closed = True

    def setinputsizes(self, sizes):
        pass

    def setoutputsize(self, size, column=None):
        pass


def _unsupported(name):
    def refuse(self, *args, **kwargs):
        raise NotSupportedError("Connection.%s() is not available in this sandbox" % name)

    return refuse


class Connection:
    def __init__(self, database, isolation_level=""):
        self.isolation_level = isolation_level
        self.row_factory = None
        self.text_factory = str
        self.total_changes = 0
        self.in_transaction = False
        self._closed = self._saved = False

    # What is neither committed nor taken back when the run ends is taken back, as where a program ends.
    def _begin(self):
        if not self.in_transaction:
            self.in_transaction = True
            try:
                _ask("SAVEPOINT vitrine")
            except OperationalError:
                return
            self._saved = True
            _os.at_end(_filesystem.finish)
            _filesystem.exits.insert(0, (self._end, (), {}))

    def _end(self):
        if self._saved:
            self._saved = self.in_transaction = False
            try:
                _ask("ROLLBACK TO vitrine")
                _ask("RELEASE vitrine")
            except OperationalError:
                pass  # what the run wrote was taken back

    def _check(self):
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed database.")

    def cursor(self, factory=Cursor):
        self._check()
        return factory(self)

    def execute(self, sql, parameters=()):
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters):
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script):
        return self.cursor().executescript(sql_script)

    def commit(self):
        self._check()
        self.in_transaction = False
        if self._saved:
            self._saved = False
            _ask("RELEASE vitrine")

    def rollback(self):
        self._check()
        if self.in_transaction and not self._saved:
            raise OperationalError("nothing can be taken back here: what a run writes is kept, or taken back, with the run")
        self._end()

    def close(self):
        self._end()
        self._closed = True

    def iterdump(self):
        self._check()
        yield "BEGIN TRANSACTION;"
        later = []
        for name, kind, sql in _rows("SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type = 'table' DESC, name"):
            if kind != "table":
                later.append(sql + ";")
            elif not name.startswith("sqlite_"):
                yield sql + ";"
                quoted = name.replace('"', '""')
                columns = ["'||quote(\"%s\")||'" % column[0].replace('"', '""') for column in _rows("SELECT name FROM pragma_table_info(?)", [name])]
                for row in _rows("SELECT 'INSERT INTO \"%s\" VALUES(%s)' FROM \"%s\"" % (quoted.replace("'", "''"), ",".join(columns), quoted)):
                    yield row[0] + ";"
        yield from later
        yield "COMMIT;"

    def interrupt(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.commit() if exc_type is None else self.rollback()
        return False


for _method in "create_function create_aggregate create_collation create_window_function set_authorizer set_trace_callback backup serialize deserialize".split():
    setattr(Connection, _method, _unsupported(_method))


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=Connection, cached_statements=128, uri=False):
    if str(database) in (":memory:", ""):
        raise OperationalError("there is no database in memory here: the host can grant a file, as --grant sqlite:file=PATH,owner, which any other name connects to")
    _db()
    if detect_types and _converters:
        raise NotSupportedError("the types of columns are not told in this sandbox: leave detect_types out, and convert what is read")
    return factory(database, isolation_level)
