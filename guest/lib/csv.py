QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False

    def __init__(self, base=None, **options):
        if isinstance(base, str):
            base = get_dialect(base)
        elif base is None:
            base = type(self)
        for name in _OPTIONS:
            value = options.pop(name, getattr(base, name, getattr(Dialect, name)))
            if name in ("delimiter", "quotechar", "escapechar") and value is not None:
                if not isinstance(value, str):
                    raise TypeError('"%s" must be string%s, not %s' % (name, "" if name == "delimiter" else " or None", type(value).__name__))
                if len(value) != 1:
                    raise TypeError('"%s" must be a 1-character string' % name)
            setattr(self, name, value)
        for name in options:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if self.delimiter is None:
            raise TypeError('"delimiter" must be a 1-character string')
        if self.quoting not in (0, 1, 2, 3):
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")


_OPTIONS = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict")


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_field_limit = 131072


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return Dialect(_dialects[name])


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    global _field_limit
    before = _field_limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _field_limit = limit
    return before


class _Reader:
    def __init__(self, lines, dialect="excel", **options):
        self.dialect = Dialect(dialect, **options)
        self.line_num = 0
        self._lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        delimiter = d.delimiter
        quote = None if d.quoting == QUOTE_NONE else d.quotechar
        escape = d.escapechar
        fields = []
        field = []
        quoted = number = False
        inside = False
        started = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not started:
                    raise
                if d.strict:
                    raise Error("unexpected end of data")
                break
            if not isinstance(line, str):
                raise Error("iterator should return strings, not %s (the file should be opened in text mode)" % type(line).__name__)
            self.line_num += 1
            started = True
            # Most lines have nothing special: they are only split.
            if not inside and escape is None and not d.skipinitialspace and d.quoting != QUOTE_NONNUMERIC \
                    and (quote is None or quote not in line) and not fields and not field:
                text = line.rstrip("\r\n")
                if "\r" not in text and "\n" not in text and "\0" not in text:
                    if len(text) > _field_limit and max([len(f) for f in text.split(delimiter)]) > _field_limit:
                        raise Error("field larger than field limit (%d)" % _field_limit)
                    return text.split(delimiter) if text else []
            i = 0
            n = len(line)
            begin = not inside
            while i < n:
                c = line[i]
                i += 1
                if inside:
                    if c == escape:
                        field.append(line[i] if i < n else "\n")
                        i += 1
                    elif c == quote:
                        if d.doublequote and i < n and line[i] == quote:
                            field.append(c)
                            i += 1
                        else:
                            inside = False
                            if d.strict and i < n and line[i] not in (delimiter, "\r", "\n"):
                                raise Error("'%s' expected after '%s'" % (delimiter, quote))
                    else:
                        end = i
                        while end < n and line[end] != quote and line[end] != escape:
                            end += 1
                        field.append(line[i - 1:end])
                        i = end
                elif c == delimiter:
                    fields.append(_finish(d, field, number))
                    field = []
                    quoted = number = False
                    begin = True
                    continue
                elif c == "\r" or c == "\n":
                    while i < n and line[i] in "\r\n":
                        i += 1
                    if i < n:
                        raise Error("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
                    break
                elif c == quote and begin and not quoted:
                    inside = quoted = True
                elif c == escape:
                    field.append(line[i] if i < n else "\n")
                    i += 1
                    number = number or (begin and d.quoting == QUOTE_NONNUMERIC)
                elif c == " " and begin and d.skipinitialspace:
                    continue
                else:
                    number = number or (begin and d.quoting == QUOTE_NONNUMERIC)
                    field.append(c)
                begin = False
                if len(field) > _field_limit:
                    raise Error("field larger than field limit (%d)" % _field_limit)
            if not inside:
                if not fields and not field and not quoted and not line.strip("\r\n"):
                    return []
                break
        fields.append(_finish(d, field, number))
        return fields


def _finish(dialect, field, number):
    text = "".join(field)
    if len(text) > _field_limit:
        raise Error("field larger than field limit (%d)" % _field_limit)
    return float(text) if number else text


def reader(lines, dialect="excel", **options):
    return _Reader(lines, dialect, **options)


class _Writer:
    def __init__(self, file, dialect="excel", **options):
        self.dialect = Dialect(dialect, **options)
        self._write = file.write

    def writerow(self, row):
        d = self.dialect
        special = d.delimiter + "\r\n" + (d.quotechar or "") + (d.escapechar or "") + d.lineterminator
        out = []
        try:
            row = list(row)
        except TypeError:
            raise Error("iterable expected, not " + type(row).__name__)
        for value in row:
            number = isinstance(value, (bool, int, float))
            text = "" if value is None else value if isinstance(value, str) else repr(value) if isinstance(value, float) else str(value)
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


def writer(file, dialect="excel", **options):
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


class Sniffer:
    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.split("\n") if line.strip()]
        best = None
        for delimiter in delimiters or ",\t;| :":
            counts = [line.count(delimiter) for line in lines]
            if counts and min(counts) and (best is None or (counts.count(counts[0]), min(counts)) > best[:2]):
                best = counts.count(counts[0]), min(counts), delimiter
        if best is None:
            raise Error("Could not determine delimiter")
        return Dialect(delimiter=best[2])

    def has_header(self, sample):
        rows = [row for row in reader(sample.split("\n"), self.sniff(sample)) if row]
        votes = 0
        for column, name in enumerate(rows[0]):
            values = [row[column] for row in rows[1:21] if len(row) > column]
            try:
                for value in values:
                    float(value)
                try:
                    float(name)
                    votes -= 1
                except ValueError:
                    votes += 1
            except ValueError:
                if len(set([len(value) for value in values])) == 1:
                    votes += 1 if len(values[0]) != len(name) else -1
        return votes > 0
