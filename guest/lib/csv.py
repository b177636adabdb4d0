import re

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None
    _name = ""

    def __init__(self):
        try:
            _Format(self, {})
        except TypeError as error:
            raise Error(str(error))


_OPTIONS = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
            "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}


class _Format:
    """What a dialect and options come to. Nothing of it is ever set again."""

    def __init__(self, base, options):
        if isinstance(base, str):
            base = _named(base)
        for name in options:
            if name not in _OPTIONS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        values = self.__dict__
        for name, default in _OPTIONS.items():
            value = options[name] if name in options else getattr(base, name, default)
            if name == "quoting":
                if value is None and name not in options and isinstance(base, Dialect) or type(value) is not int:
                    raise TypeError('"quoting" must be an integer')
                if not 0 <= value <= 3:
                    raise TypeError('bad "quoting" value')
            elif name in ("doublequote", "skipinitialspace", "strict"):
                value = bool(value)
            elif value is not None or name == "delimiter":
                if not isinstance(value, str):
                    if name == "lineterminator":
                        raise TypeError('"lineterminator" must be a string')
                    raise TypeError('"%s" must be string%s, not %s' % (
                        name, "" if name == "delimiter" else " or None", type(value).__name__))
                if len(value) != 1 and name != "lineterminator":
                    raise TypeError('"%s" must be a 1-character string' % name)
            values[name] = value
        if self.quotechar is None and "quoting" not in options and not hasattr(base, "quoting"):
            values["quoting"] = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")

    def __setattr__(self, name, value):
        raise AttributeError("attribute '%s' of '_csv.Dialect' objects is not writable" % name)

    def __delattr__(self, name):
        raise AttributeError("attribute '%s' of '_csv.Dialect' objects is not writable" % name)


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_field_limit = 131072


def _named(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect") from None


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, options)


def unregister_dialect(name):
    _named(name)
    del _dialects[name]


def get_dialect(name):
    return _Format(_named(name), {})


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    global _field_limit
    before = _field_limit
    if limit:
        if type(limit[0]) is not int:
            raise TypeError("limit must be an integer")
        _field_limit = limit[0]
    return before


# What the reader is in: the beginning of a record or a field, a field, quotes; behind an escape, a quote, the end of a line.
_RECORD, _START, _FIELD, _QUOTED, _ESCAPED, _ESCAPED_END, _QUOTED_ESCAPED, _QUOTE, _END = range(9)
_ENDS = ("\n", "\r", "")


class _Reader:
    def __init__(self, lines, dialect=None, **options):
        self.dialect = d = _Format(dialect, options)
        self.line_num = 0
        self._lines = iter(lines)
        # Most lines have nothing special and are only split, or have nothing special but quotes.
        self._simple = d.escapechar is None and not d.skipinitialspace and d.quoting != QUOTE_NONNUMERIC
        self._quote = "" if d.quoting == QUOTE_NONE else d.quotechar
        self._piece = None
        if self._simple and self._quote and d.doublequote and d.delimiter not in "\r\n" and d.delimiter != d.quotechar:
            q, end = re.escape(d.quotechar), re.escape(d.delimiter)
            self._piece = re.compile(r"(?:Q([^Q]*(?:QQ[^Q]*)*)Q|([^QD\r\n][^D\r\n]*)?)(D|\r?\n?\Z)".replace("Q", q).replace("D", end)).match

    def __iter__(self):
        return self

    def _finish(self):
        text = "".join(self._field)
        if len(text) > _field_limit:
            raise Error("field larger than field limit (%d)" % _field_limit)
        self._fields.append(float(text) if self._number else text)
        self._field, self._number = [], False

    def __next__(self):
        d = self.dialect
        simple, quote = self._simple, self._quote
        self._fields, self._field, self._number = [], [], False
        state = _RECORD
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not any(self._field) and state != _QUOTED:
                    raise
                if d.strict:
                    raise Error("unexpected end of data") from None
                self._finish()
                break
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self.line_num += 1
            if simple and state == _RECORD and len(line) <= _field_limit:
                if not quote or quote not in line:
                    text = line.rstrip("\r\n")
                    if "\r" not in text and "\n" not in text:
                        return text.split(d.delimiter) if text else []
                elif self._piece:
                    fields = self._pieces(line)
                    if fields is not None:
                        return fields
            state = self._scan(line, state)
            if state == _RECORD:
                break
        fields, self._fields = self._fields, None
        return fields

    def _pieces(self, line):
        # None: a quote goes on behind the line, or is in no place for one.
        fields, at, quote = [], 0, self._quote
        while True:
            m = self._piece(line, at)
            if m is None:
                return None
            quoted, text, end = m.groups()
            fields.append(text or "" if quoted is None else quoted.replace(quote + quote, quote) if quote in quoted else quoted)
            if end != self.dialect.delimiter:
                return fields
            at = m.end()

    def _scan(self, line, state):
        d, field = self.dialect, self._field
        delimiter, escape = d.delimiter, d.escapechar
        quote = None if d.quoting == QUOTE_NONE else d.quotechar
        at, size = 0, len(line)
        while at <= size:
            c = line[at : at + 1]
            at += 1
            if state == _QUOTED:
                if c == escape:
                    state = _QUOTED_ESCAPED
                elif c == quote:
                    state = _QUOTE if d.doublequote else _FIELD
                elif c:
                    start = at - 1
                    while at < size and line[at] != quote and line[at] != escape:
                        at += 1
                    field.append(line[start:at])
                continue
            if state == _END:
                if not c:
                    return _RECORD
                if c not in _ENDS:
                    raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
                continue
            if state == _ESCAPED or state == _QUOTED_ESCAPED:
                field.append(c or "\n")
                state = _QUOTED if state == _QUOTED_ESCAPED else _ESCAPED_END if c in ("\n", "\r") else _FIELD
                continue
            if state == _RECORD:
                if not c:
                    return _RECORD
                state = _END if c in _ENDS else _START
                if state == _END:
                    continue
            if state == _ESCAPED_END:
                if not c:
                    return state
                state = _FIELD
            if state == _QUOTE and c == quote:
                field.append(c)
                state = _QUOTED
            elif c in _ENDS or c == delimiter and not (state == _START and c == " " and d.skipinitialspace):
                self._finish()
                field = self._field
                state = _START if c == delimiter else _END if c else _RECORD
            elif state == _QUOTE:
                if d.strict:
                    raise Error("'%s' expected after '%s'" % (delimiter, quote))
                field.append(c)
                state = _FIELD
            elif state == _START and c == quote:
                state = _QUOTED
            elif c == escape:
                state = _ESCAPED
            elif state == _FIELD or c != " " or not d.skipinitialspace:
                self._number = self._number or state == _START and d.quoting == QUOTE_NONNUMERIC
                start = at - 1
                while at < size and line[at] != delimiter and line[at] != escape and line[at] not in "\r\n":
                    at += 1
                field.append(line[start:at])
                state = _FIELD
        return state


def reader(lines, dialect=None, **options):
    return _Reader(lines, dialect, **options)


class _Writer:
    def __init__(self, file, dialect=None, **options):
        self.dialect = _Format(dialect, options)
        self._write = getattr(file, "write", None)
        if self._write is None:
            raise TypeError('argument 1 must have a "write" method')
        d = self.dialect
        self._special = d.delimiter + "\r\n" + (d.quotechar or "") + (d.escapechar or "") + d.lineterminator
        # Nothing can be wrong with a text then.
        self._quick = d.quoting in (QUOTE_MINIMAL, QUOTE_ALL) and d.doublequote and d.escapechar is None
        self._find = re.compile("[" + re.escape(self._special) + "]").search

    def writerow(self, row):
        d = self.dialect
        special = self._special
        out = []
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not " + type(row).__name__)
        always, quote, quick = d.quoting == QUOTE_ALL, d.quotechar, self._quick
        for value in row:
            number = isinstance(value, (int, float))
            text = "" if value is None else value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
            if quick:
                if always or self._find(text) or not text and len(row) == 1:
                    text = quote + text.replace(quote, quote + quote) + quote
                out.append(text)
                continue
            quoted = d.quoting == QUOTE_ALL or (d.quoting == QUOTE_NONNUMERIC and not number)
            if not quoted and d.quoting != QUOTE_NONE:
                quoted = any([c in text for c in special if c != d.escapechar and (d.doublequote or c != d.quotechar)]) or (not text and len(row) == 1)
            if not text and len(row) == 1 and d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            if any([c in text for c in special]):
                escaped = []
                for c in text:
                    if c == d.quotechar and quoted and d.doublequote:
                        c += c
                    elif c == d.escapechar or (c == d.quotechar and d.quoting != QUOTE_NONE) or (c in special and not quoted):
                        if d.escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        c = d.escapechar + c
                    escaped.append(c)
                text = "".join(escaped)
            out.append(d.quotechar + text + d.quotechar if quoted else text)
        return self._write(d.delimiter.join(out) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(file, dialect=None, **options):
    return _Writer(file, dialect, **options)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options):
        self._names = list(fieldnames) if fieldnames is not None else None
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **options)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._names is None:
            try:
                self._names = next(self.reader)
            except StopIteration:
                pass
            self.line_num = self.reader.line_num
        return self._names

    @fieldnames.setter
    def fieldnames(self, names):
        self._names = names

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        result = dict(zip(names, row))
        if len(row) > len(names):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **options):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.writer = writer(f, dialect, *args, **options)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _values(self, row):
        if self.extrasaction == "raise":
            wrong = [repr(k) for k in row if k not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(wrong))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, row):
        return self.writer.writerow(self._values(row))

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def __getattr__(name):
    if name != "Sniffer":
        raise AttributeError("module 'csv' has no attribute '%s'" % name)
    from _sniffer import Sniffer

    return Sniffer
