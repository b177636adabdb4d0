"""What the guest's sql(), tables() and schema() do: Datasette's permissions are asked, for
the actor, at every call, and its own limits hold. Runs on Datasette's event loop."""

import sqlite3

from datasette.database import DatasetteClosedError, QueryInterrupted
from datasette.resources import DatabaseResource, TableResource
from datasette.utils import InvalidSql, validate_sql_select

try:  # Datasette prefers it where it is installed, and its errors are its own
    import pysqlite3

    SqlError = (sqlite3.Error, pysqlite3.Error)
except ImportError:
    SqlError = sqlite3.Error


async def _database(datasette, actor, action, name):
    """The permission comes first: who lacks it does not learn which names exist."""
    if not isinstance(name, str):
        raise TypeError(f"database must be str, not {type(name).__name__}")
    if not await datasette.allowed(action=action, resource=DatabaseResource(name), actor=actor):
        raise PermissionError(f"you have no permission for {action} in database {name!r}")
    if name not in datasette.databases:
        names = [n for n in datasette.databases
                 if await datasette.allowed(action=action, resource=DatabaseResource(n), actor=actor)]
        raise ValueError(f"no database {name!r}; there are: {', '.join(names)}")
    return datasette.databases[name]


async def sql(datasette, actor, database, query, params):
    """Columns, rows as tuples, and whether there were more."""
    db = await _database(datasette, actor, "execute-sql", database)
    if not isinstance(query, str):
        raise TypeError(f"query must be str, not {type(query).__name__}")
    if not isinstance(params, (dict, list, tuple, type(None))):
        raise TypeError(f"params must be dict or list, not {type(params).__name__}")
    try:
        # The connection is read-only, but ATTACH or PRAGMA would reach beyond it.
        validate_sql_select(query)
        results = await db.execute(query, params, truncate=True, log_sql_errors=False)
    except QueryInterrupted:
        limit = datasette.setting("sql_time_limit_ms")
        raise TimeoutError(f"the query took longer than {limit} ms and was stopped: let it do less") from None
    except DatasetteClosedError:
        raise OSError(f"database {database!r} is closed") from None
    except (InvalidSql, SqlError) as error:
        raise ValueError(f"SQL: {error}") from None
    return results.columns, [tuple(row) for row in results.rows], results.truncated


async def _seen(datasette, actor, database):
    """The names of tables and views that the actor may view, and those that are views."""
    db = await _database(datasette, actor, "view-database", database)
    views = await db.view_names()
    hidden = set(await db.hidden_table_names())
    names = [name for name in await db.table_names() + views if name not in hidden]
    seen = [name for name in names
            if await datasette.allowed(action="view-table", actor=actor,
                                       resource=TableResource(database, name))]
    return db, seen, set(views)


async def tables(datasette, actor, database):
    if database is None:
        names = [n for n in datasette.databases
                 if await datasette.allowed(action="view-database", resource=DatabaseResource(n), actor=actor)]
    else:
        names = [database]
    found = []
    for name in names:
        db, seen, views = await _seen(datasette, actor, name)
        for table in seen:
            found.append({"database": name, "table": table, "view": table in views,
                          "columns": await db.table_columns(table)})
    return found


async def schema(datasette, actor, database, table):
    db, seen, _ = await _seen(datasette, actor, database)
    if table is not None and table not in seen:
        raise ValueError(f"no table {table!r} that you may see in {database!r}; there are: {', '.join(seen)}")
    rows = await db.execute("select name, sql from sqlite_master where type in ('table', 'view')")
    made = {row["name"]: row["sql"] for row in rows}
    wanted = seen if table is None else [table]
    return ";\n".join(made[name] for name in wanted if made.get(name)) + ";"
