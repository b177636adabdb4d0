"""What csv.Sniffer finds out about a table: how its fields are parted and quoted."""

import re
from csv import QUOTE_MINIMAL, Dialect, Error, reader
from io import StringIO

_DELIMITER = r"(?P<delim>[^\w\n\"'])"
_QUOTED = r"(?P<quote>[\"']).*?(?P=quote)"
# A quoted field: between delimiters, the first of a line, the last, the only one.
_FIELDS = (_DELIMITER + r"(?P<space> ?)" + _QUOTED + r"(?P=delim)",
           r"(?:^|\n)" + _QUOTED + _DELIMITER + r"(?P<space> ?)",
           _DELIMITER + r"(?P<space> ?)" + _QUOTED + r"(?:$|\n)",
           r"(?:^|\n)" + _QUOTED + r"(?:$|\n)")


class Sniffer:
    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        quote, doubled, delim, skips = self._by_quotes(sample, delimiters)
        if not delim:
            delim, skips = self._by_counts(sample, delimiters)
        if not delim:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
            doublequote = doubled
            delimiter = delim
            quotechar = quote or '"'
            skipinitialspace = skips

        return dialect

    def _by_quotes(self, sample, delimiters):
        for pattern in _FIELDS:
            found = list(re.finditer(pattern, sample, re.S | re.M))
            if found:
                break
        else:
            return "", False, None, 0
        quotes, delims, spaces = {}, {}, 0
        for match in found:
            groups = match.groupdict()
            quotes[groups["quote"]] = quotes.get(groups["quote"], 0) + 1
            delim = groups.get("delim")
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            spaces += bool(groups.get("space"))
        quote = max(quotes, key=quotes.get)
        delim = max(delims, key=delims.get) if delims else ""
        parts = {"d": re.escape(delim), "q": quote}
        doubled = re.search(r"((%(d)s)|^)\W*%(q)s[^%(d)s\n]*%(q)s[^%(d)s\n]*%(q)s\W*((%(d)s)|$)" % parts, sample, re.M)
        return quote, bool(doubled), delim, delims[delim] == spaces if delims else 0

    # The character that is in as many lines as possible the same number of times.
    def _by_counts(self, sample, delimiters):
        lines = [line for line in sample.split("\n") if line]
        step = min(10, len(lines))
        counted = [{} for _ in range(127)]
        usual, delims = {}, {}
        for start in range(0, len(lines), step or 1):
            for line in lines[start : start + step]:
                for code, counts in enumerate(counted):
                    count = line.count(chr(code))
                    counts[count] = counts.get(count, 0) + 1
            for code, counts in enumerate(counted):
                if len(counts) == 1 and 0 in counts:
                    continue
                often = max(counts, key=counts.get)
                usual[chr(code)] = often, 2 * counts[often] - sum(counts.values())
            total = float(min(start + step, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for char, (count, weight) in usual.items():
                    if count > 0 and weight > 0 and weight / total >= consistency and (delimiters is None or char in delimiters):
                        delims[char] = count, weight
                consistency -= 0.01
            if len(delims) == 1:
                break
        if not delims:
            return "", 0
        chosen = [char for char in (self.preferred if len(delims) > 1 else ()) if char in delims]
        delim = chosen[0] if chosen else max((value, char) for char, value in delims.items())[1]
        return delim, lines[0].count(delim) == lines[0].count(delim + " ")

    def has_header(self, sample):
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kind != kinds[column]:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
                continue
            try:
                kind(header[column])
                votes -= 1
            except (ValueError, TypeError):
                votes += 1
        return votes > 0
