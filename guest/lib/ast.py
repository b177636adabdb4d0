"""ast: literal_eval of text; the trees are in _tree, which is read when they are asked for."""


class _Reader:
    """Literals, one token ahead."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def fail(self):
        raise SyntaxError("invalid syntax")

    def malformed(self):
        raise ValueError("malformed node or string on line %d: %s" % (
            self.text.count("\n", 0, self.at) + 1, self.text[self.at : self.at + 40]))

    def peek(self):
        text = self.text
        while self.at < len(text):
            c = text[self.at]
            if c in " \t\r\n\x0c" or c == "\\" and text[self.at + 1 : self.at + 2] == "\n":
                self.at += 1
            elif c == "#":
                end = text.find("\n", self.at)
                self.at = len(text) if end < 0 else end
            else:
                return c
        return ""

    def take(self, c):
        if self.peek() != c:
            return False
        self.at += 1
        return True

    def value(self):
        left = self.signed()
        while self.peek() in ("+", "-") and isinstance(left, (int, float)) and not isinstance(left, bool):
            sign = self.peek()
            self.at += 1
            right = self.signed()
            if not isinstance(right, complex):
                self.malformed()
            left = left + right if sign == "+" else left - right
        return left

    def signed(self):
        signs = 1
        signed = False
        while self.peek() in ("+", "-") and self.peek():
            signed = True
            if self.peek() == "-":
                signs = -signs
            self.at += 1
        value = self.atom()
        if not signed:
            return value
        if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
            self.malformed()
        return value if signs > 0 else -value

    def items(self, end):
        items, comma = [], False
        while not self.take(end):
            if items and not comma:
                self.fail()
            items.append(self.value())
            comma = self.take(",")
        return items, comma

    def atom(self):
        c = self.peek()
        if not c:
            self.fail()
        if c == "[":
            self.at += 1
            return self.items("]")[0]
        if c == "(":
            self.at += 1
            items, comma = self.items(")")
            return tuple(items) if comma or len(items) != 1 else items[0]
        if c == "{":
            self.at += 1
            return self.braces()
        if c.isdigit() or c == "." and self.text[self.at + 1 : self.at + 2].isdigit():
            return self.number()
        if c in "'\"":
            return self.strings()
        return self.word()

    def braces(self):
        if self.take("}"):
            return {}
        first = self.value()
        if self.take(":"):
            found = {first: self.value()}
            while not self.take("}"):
                if not self.take(","):
                    self.fail()
                if self.take("}"):
                    break
                key = self.value()
                if not self.take(":"):
                    self.fail()
                found[key] = self.value()
            return found
        items = [first]
        if self.take(","):
            items.extend(self.items("}")[0])
        elif not self.take("}"):
            self.fail()
        return set(items)

    def number(self):
        start = self.at
        text = self.text
        end = start
        hexadecimal = text[start : start + 2].lower() == "0x"
        while end < len(text) and (text[end].isalpha() or text[end].isdigit() or text[end] in "._"
                                   or text[end] in "+-" and text[end - 1] in "eE" and not hexadecimal):
            end += 1
        self.at = end
        word = text[start:end]
        try:
            if word[-1] in "jJ":
                return complex(0, float(word[:-1].replace("_", "")))
            if not hexadecimal and ("." in word or "e" in word.lower()):
                return float(word.replace("_", ""))
            return int(word.replace("_", ""), 0)
        except ValueError:
            self.fail()

    def strings(self, prefix=""):
        value = self.string(prefix)
        while self.peek() and self.peek() in "'\"":
            value += self.string("b" if isinstance(value, bytes) else "")
        return value

    def string(self, prefix):
        # The compiler knows best what a string is; this only finds its end.
        text = self.text
        start = self.at
        quote = text[start]
        if text[start : start + 3] == quote * 3:
            quote = quote * 3
        end = start + len(quote)
        while text[end : end + len(quote)] != quote:
            if end >= len(text) or len(quote) == 1 and text[end] == "\n":
                raise SyntaxError("unterminated string literal")
            end += 2 if text[end] == "\\" else 1
        self.at = end + len(quote)
        return eval(prefix + text[start : self.at], {})

    def word(self):
        start = self.at
        end = start
        text = self.text
        while end < len(text) and (text[end].isalpha() or text[end].isdigit() or text[end] == "_"):
            end += 1
        word = text[start:end]
        if word.lower() in ("r", "b", "u", "br", "rb") and text[end : end + 1] in ("'", '"'):
            self.at = end
            return self.strings(word)
        if word in ("True", "False", "None"):
            self.at = end
            return {"True": True, "False": False, "None": None}[word]
        if word == "set":
            self.at = end
            if self.take("(") and self.take(")"):
                return set()
        if not word:
            self.fail()
        self.at = start
        self.malformed()


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        from _tree import value_of

        return value_of(node_or_string)
    reader = _Reader(node_or_string.lstrip(" \t"))
    value = reader.value()
    if reader.peek() == ",":
        reader.at += 1
        value = (value,) + tuple(reader.items("")[0] if reader.peek() else ())
    elif reader.peek():
        reader.malformed() if reader.peek() in "([.+-*/%<>=&|^" else reader.fail()
    return value


def __getattr__(name):
    if name[:2] != "__":
        import _tree

        if name in _tree.__dict__ and name[0] != "_":
            return getattr(_tree, name)
    raise AttributeError("module 'ast' has no attribute '%s'" % name)
