"""re._parser: the tree of a pattern, for programs that ask what it may match.

re compiles patterns without it, and says what is wrong with one before it is read here.
"""

from re import compile as _check, error
import re._constants as _constants

for _name in dir(_constants):
    if _name.isupper():
        globals()[_name] = getattr(_constants, _name)
_FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "x": 64, "a": 256, "u": 32, "t": 1}
_ESCAPES = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_CATEGORIES = {c: getattr(_constants, "CATEGORY_" + name) for c, name in (
    ("d", "DIGIT"), ("D", "NOT_DIGIT"), ("s", "SPACE"), ("S", "NOT_SPACE"), ("w", "WORD"), ("W", "NOT_WORD"))}
_PLACES = {"A": _constants.AT_BEGINNING_STRING, "b": _constants.AT_BOUNDARY, "B": _constants.AT_NON_BOUNDARY, "Z": _constants.AT_END_STRING}
_ONE = {_constants.ANY, _constants.RANGE, _constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.CATEGORY}
_REPEATS = {_constants.MIN_REPEAT, _constants.MAX_REPEAT, _constants.POSSESSIVE_REPEAT}


class State:
    def __init__(self):
        self.flags = 0
        self.groupdict = {}
        self.groupwidths = [None]

    @property
    def groups(self):
        return len(self.groupwidths)


class SubPattern:
    def __init__(self, state, data=None):
        self.state = state
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __delitem__(self, index):
        del self.data[index]

    def __getitem__(self, index):
        return SubPattern(self.state, self.data[index]) if isinstance(index, slice) else self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def insert(self, index, code):
        self.data.insert(index, code)

    def append(self, code):
        self.data.append(code)

    def getwidth(self):
        """The fewest and the most characters that it matches."""
        if self.width is None:
            low = high = 0
            for op, av in self.data:
                i, j = self._width(op, av)
                low, high = low + i, high + j
            self.width = min(low, MAXWIDTH), min(high, MAXWIDTH)
        return self.width

    def _width(self, op, av):
        if op in _ONE:
            return 1, 1
        if op is BRANCH:
            widths = [part.getwidth() for part in av[1]]
            return min([w[0] for w in widths]), max([w[1] for w in widths])
        if op is ATOMIC_GROUP:
            return av.getwidth()
        if op is SUBPATTERN:
            return av[-1].getwidth()
        if op in _REPEATS:
            i, j = av[2].getwidth()
            return i * av[0], MAXWIDTH if av[1] == MAXREPEAT and j else j * av[1]
        if op is GROUPREF:
            return self.state.groupwidths[av] or (0, MAXWIDTH)
        if op is GROUPREF_EXISTS:
            i, j = av[1].getwidth()
            k, l = av[2].getwidth() if av[2] is not None else (0, 0)
            return min(i, k), max(j, l)
        return 0, 0


class _Reader:
    def __init__(self, pattern, state):
        self.text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        self.at = 0
        self.state = state

    def more(self):
        return self.at < len(self.text)

    def get(self, n=1):
        self.at += n
        return self.text[self.at - n:self.at]

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def until(self, end):
        to = self.text.index(end, self.at)
        part, self.at = self.text[self.at:to], to + len(end)
        return part

    def branches(self, flags):
        parts = [self.sequence(flags)]
        while self.take("|"):
            parts.append(self.sequence(flags))
        if len(parts) == 1:
            return parts[0]
        if all(len(p) == 1 and (p[0][0] is LITERAL or p[0][0] is IN and p[0][1][0][0] is not NEGATE) for p in parts):
            chars = []
            for p in parts:
                chars.extend(p[0][1] if p[0][0] is IN else [p[0]])
            return SubPattern(self.state, [(IN, list(dict.fromkeys(chars)))])
        made = SubPattern(self.state)
        while all(parts) and all(p[0] is parts[0][0] or repr(p[0]) == repr(parts[0][0]) for p in parts):
            made.append(parts[0][0])
            for p in parts:
                del p[0]
        made.append((BRANCH, (None, parts)))
        return made

    def sequence(self, flags):
        made = SubPattern(self.state)
        while self.more() and self.text[self.at] not in "|)":
            c = self.get()
            if flags & 64 and (c.isspace() or c == "#"):
                if c == "#":
                    self.at = (self.text + "\n").find("\n", self.at) + 1
                continue
            if c in "*+?" or c == "{" and self.bounds(False):
                low, high = {"*": (0, MAXREPEAT), "+": (1, MAXREPEAT), "?": (0, 1)}.get(c) or self.bounds(True)
                op = MIN_REPEAT if self.take("?") else POSSESSIVE_REPEAT if self.take("+") else MAX_REPEAT
                item = made.data.pop()
                if item[0] is SUBPATTERN and item[1][0] is None and not item[1][1] and not item[1][2]:
                    item = item[1][-1]
                else:
                    item = SubPattern(self.state, [item])
                made.append((op, (low, high, item)))
            elif c == "(":
                item = self.group(flags)
                if isinstance(item, int):
                    flags |= item
                elif item is not None:
                    made.append(item)
            else:
                made.append(self.single(c, flags))
        if len(made) and all(item[0] is SUBPATTERN and item[1][0] is None and not item[1][1] and not item[1][2] for item in made.data):
            made.data = [inner for item in made.data for inner in item[1][-1].data]
        return made

    def bounds(self, move):
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at:max(end, self.at)].partition(",")
        if end < 0 or not (low or comma) or not (low or "0").isdigit() or not (high or "0").isdigit():
            return None
        if move:
            self.at = end + 1
        return int(low or 0), int(high) if high else MAXREPEAT if comma else int(low)

    def single(self, c, flags):
        if c == "\\":
            return self.escape(False)
        if c == ".":
            return ANY, None
        if c == "^":
            return AT, AT_BEGINNING
        if c == "$":
            return AT, AT_END
        return self.chars() if c == "[" else (LITERAL, ord(c))

    def escape(self, inside):
        c = self.get()
        if c in _CATEGORIES:
            item = CATEGORY, _CATEGORIES[c]
            return item if inside else (IN, [item])
        if c in _PLACES and not inside:
            return AT, _PLACES[c]
        if c in "xuU":
            return LITERAL, int(self.get({"x": 2, "u": 4, "U": 8}[c]), 16)
        if c == "N" and self.take("{"):
            import unicodedata

            return LITERAL, ord(unicodedata.lookup(self.until("}")))
        if c.isdigit():
            digits = c
            while self.more() and self.text[self.at].isdigit() and len(digits) < 3:
                digits += self.get()
            if c == "0" or inside or len(digits) == 3 and all(d in "01234567" for d in digits):
                octal = digits.rstrip("89")
                self.at -= len(digits) - len(octal)
                return LITERAL, int(octal, 8) & 255
            self.at -= max(len(digits) - 2, 0)
            return GROUPREF, int(digits[:2])
        return LITERAL, _ESCAPES.get(c, ord(c))

    def chars(self):
        negate, items, first = self.take("^"), [], self.at
        while self.at == first or self.text[self.at] != "]":
            c = self.get()
            item = self.escape(True) if c == "\\" else (LITERAL, ord(c))
            if self.text[self.at] == "-" and self.text[self.at + 1] != "]":
                self.at += 1
                c = self.get()
                item = RANGE, (item[1], (self.escape(True) if c == "\\" else (LITERAL, ord(c)))[1])
            if item not in items:
                items.append(item)
        self.at += 1
        if len(items) == 1 and items[0][0] is LITERAL:
            return (NOT_LITERAL if negate else LITERAL), items[0][1]
        return IN, [(NEGATE, None)] * negate + items

    def number(self, name):
        return int(name) if name.isdigit() else self.state.groupdict[name]

    def group(self, flags):
        state, number, on, off = self.state, None, 0, 0
        if not self.take("?"):
            number = state.groups
        elif self.take("P="):
            return GROUPREF, self.number(self.until(")"))
        elif self.take("#"):
            self.until(")")
            return None
        elif self.take("("):
            name = self.number(self.until(")"))
            yes = self.sequence(flags)
            no = self.sequence(flags) if self.take("|") else None
            self.at += 1
            return GROUPREF_EXISTS, (name, yes, no)
        elif self.take(">"):
            item = ATOMIC_GROUP, self.branches(flags)
            self.at += 1
            return item
        elif self.text[self.at] in "=!" or self.text[self.at:self.at + 2] in ("<=", "<!"):
            direction = -1 if self.take("<") else 1
            op = ASSERT if self.get() == "=" else ASSERT_NOT
            inner = self.branches(flags)
            self.at += 1
            return op, (direction, inner)
        elif self.take("P<"):
            number = state.groups
            state.groupdict[self.until(">")] = number
        elif not self.take(":"):
            minus = False
            while self.text[self.at] not in ":)":
                c = self.get()
                minus |= c == "-"
                if c != "-":
                    on, off = (on, off | _FLAGS[c]) if minus else (on | _FLAGS[c], off)
            if self.get() == ")":
                state.flags |= on
                return on
        if number is not None:
            state.groupwidths.append(None)
        inner = self.branches((flags | on) & ~off)
        self.at += 1
        if number is not None:
            state.groupwidths[number] = inner.getwidth()
        return SUBPATTERN, (number, on, off, inner)


def parse(str, flags=0, state=None):
    checked = _check(str, flags)
    state = state or State()
    state.flags = flags
    made = _Reader(str, state).branches(checked.flags)
    state.flags = checked.flags
    return made
