"""Runs in the guest, once for each kind of session: what sql(), tables(), schema() and
the module chart are there. All of it may be changed or deleted by the guest: nothing
here guards anything, it only gives shape to what the host answers."""


def _install():
    import builtins
    import math
    import sys
    import types

    import _datasette

    class Rows(list):
        """Rows of a query: a list of dicts. `columns` are their names in order; `truncated`
        is True if there were more than Datasette gives."""

        def __init__(self, columns, rows, truncated):
            super().__init__([dict(zip(columns, row)) for row in rows])
            self.columns = columns
            self.truncated = truncated

    def sql(database, query, params=None):
        """Rows of a SELECT in a database."""
        return Rows(*_datasette.sql(database, query, params))

    def tables(database=None):
        """The tables and views that may be seen, as dicts: database, table, view, columns."""
        return _datasette.tables(database)

    def schema(database, table=None):
        """The SQL that made the tables, or one of them."""
        return _datasette.schema(database, table)

    def is_number(value):
        return isinstance(value, (int, float)) and not isinstance(value, bool)

    def number(value, what):
        if value is None:
            return None
        if not is_number(value):
            raise TypeError("chart: %s must be numbers, not %s" % (what, type(value).__name__))
        return float(value) if math.isfinite(value) else None

    def column(rows, name):
        try:
            return [row[name] for row in rows]
        except KeyError:
            raise KeyError("chart: no column %r; there are: %s" % (name, ", ".join(map(str, rows[0]))))

    def text(value):
        return "" if value is None else str(value)

    def points(rows, x, y):
        """The values along x, the named series of numbers, and what x is called."""
        if isinstance(rows, dict):
            return list(rows), [("", [number(v, "values") for v in rows.values()])], None
        if rows is None and isinstance(x, (list, tuple)):
            rows, x = x, y
        rows = list(rows)
        if isinstance(x, (list, tuple)):
            if len(x) != len(rows):
                raise ValueError("chart: %d values along x, and %d along y" % (len(rows), len(x)))
            return rows, [("", [number(v, "values") for v in x])], None
        if not rows:
            raise ValueError("chart: there are no rows")
        if not isinstance(rows[0], dict):
            if is_number(rows[0]) or rows[0] is None:
                return list(range(len(rows))), [("", [number(v, "values") for v in rows])], None
            return [row[0] for row in rows], [("", [number(row[1], "values") for row in rows])], None
        names = list(rows[0])
        if x is None:
            x = names[0]
        if y is None:
            y = [n for n in names if n != x and any(is_number(row.get(n)) for row in rows)]
            if not y:
                raise ValueError("chart: no column of numbers in %s: say y=" % ", ".join(names))
        y = [y] if isinstance(y, str) else list(y)
        return column(rows, x), [(str(n), [number(v, n) for v in column(rows, n)]) for n in y], x

    def show(kind, rows, x, y, title, xlabel, ylabel):
        along, series, name = points(rows, x, y)
        if kind == "scatter" or kind == "line" and all(map(is_number, along)):
            along = [number(v, "x") for v in along]
        else:
            along = [text(v) for v in along]
        if xlabel is None:
            xlabel = name
        if ylabel is None and len(series) == 1:
            ylabel = series[0][0]
        _datasette.chart(kind, text(title), text(xlabel), text(ylabel), along, series)

    def line(rows=None, x=None, y=None, title="", xlabel=None, ylabel=None):
        """A line for each column y over column x: numbers, dates or names."""
        show("line", rows, x, y, title, xlabel, ylabel)

    def bar(rows=None, x=None, y=None, title="", xlabel=None, ylabel=None):
        """Bars for each value of column x, as high as column y, or several, says."""
        show("bar", rows, x, y, title, xlabel, ylabel)

    def scatter(rows=None, x=None, y=None, title="", xlabel=None, ylabel=None):
        """A dot for each row, where columns x and y, both numbers, put it."""
        show("scatter", rows, x, y, title, xlabel, ylabel)

    def histogram(values, x=None, bins=20, title="", xlabel=None, ylabel="count"):
        """How many of the numbers, of a list or of column x, are in each of the bins."""
        values = list(values)
        if values and isinstance(values[0], dict):
            if x is None:
                x = [n for n in values[0] if is_number(values[0][n])][0]
            values = column(values, x)
        values = [v for v in (number(v, "values") for v in values) if v is not None]
        if not values:
            raise ValueError("chart: there are no values")
        if not isinstance(bins, int) or not 1 <= bins <= 200:
            raise ValueError("chart: bins must be 1 to 200")
        low, high = min(values), max(values)
        width = (high - low) / bins or 1.0
        counts = [0] * bins
        for value in values:
            counts[min(int((value - low) / width), bins - 1)] += 1
        edges = [low + width * i for i in range(bins + 1)]
        _datasette.chart("histogram", text(title), text(xlabel if xlabel is not None else x), text(ylabel),
                         edges, [("", [float(n) for n in counts])])

    chart = types.ModuleType("chart")
    for function in (line, bar, scatter, histogram):
        setattr(chart, function.__name__, function)
    sys.modules["chart"] = chart
    # Builtins, so that a variable of the same name hides them until it is deleted.
    builtins.sql, builtins.tables, builtins.schema, builtins.chart = sql, tables, schema, chart


_install()
del _install
