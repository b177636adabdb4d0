"""string: classes of characters, Template, Formatter."""

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # (text, None) or (what stood there, the name); a name of "" is an error.
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None
                return
            yield text[start:at], None
            end = after = at + len(mark)
            if text[after : after + len(mark)] == mark:
                yield mark, None
                start = after + len(mark)
                continue
            braced = text[after : after + 1] == "{"
            if braced:
                after += 1
            end = after
            while end < len(text) and (text[end] == "_" or text[end].isalpha() and ord(text[end]) < 128
                                       or end > after and text[end] in digits):
                end += 1
            name = text[after:end]
            if braced:
                if text[end : end + 1] == "}":
                    end += 1
                else:
                    name = ""
            if not name:
                end = at + len(mark)
            yield text[at:end], name
            start = end

    def _filled(self, mapping, kwargs, safe):
        out, at = [], 0
        for text, name in self._parts():
            if name is None:
                out.append(text)
                at += len(self.delimiter) if text == self.delimiter and self.template[at:].startswith(text * 2) else 0
            elif name in kwargs:
                out.append(str(kwargs[name]))
            elif safe and (not name or name not in mapping):
                out.append(text)
            elif name:
                out.append(str(mapping[name]))
            else:
                before = self.template[:at]
                raise ValueError("Invalid placeholder in string: line %d, col %d"
                                 % (before.count("\n") + 1, len(before) - before.rfind("\n")))
            at += len(text)
        return "".join(out)

    def substitute(self, mapping={}, **kwargs):
        return self._filled(mapping, kwargs, False)

    def safe_substitute(self, mapping={}, **kwargs):
        return self._filled(mapping, kwargs, True)

    def is_valid(self):
        return all(name != "" for _, name in self._parts())

    def get_identifiers(self):
        names = []
        for _, name in self._parts():
            if name and name not in names:
                names.append(name)
        return names


class Formatter:
    def format(self, format_string, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return self._vformat(format_string, args, kwargs, iter(range(len(args))))

    def _vformat(self, format_string, args, kwargs, places):
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            out.append(literal)
            if field is None:
                continue
            if not field or field[0] in ".[":
                field = str(next(places)) + field
            value, _ = self.get_field(field, args, kwargs)
            value = self.convert_field(value, conversion)
            if "{" in spec:
                spec = self._vformat(spec, args, kwargs, places)
            out.append(self.format_field(value, spec))
        return "".join(out)

    def parse(self, text):
        literal = ""
        i = 0
        while i < len(text):
            c = text[i]
            i += 1
            if c in "{}" and text[i : i + 1] == c:
                literal += c
                i += 1
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if c != "{":
                literal += c
                continue
            start, depth = i, 1
            while depth:
                if i == len(text):
                    raise ValueError("expected '}' before end of string")
                depth += (text[i] == "{") - (text[i] == "}")
                i += 1
            inside = text[start : i - 1]
            field, _, spec = inside.partition(":")
            field, mark, conversion = field.partition("!")
            yield literal, field, spec, conversion if mark else None
            literal = ""
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        end = min([at for at in (field_name.find("."), field_name.find("["), len(field_name)) if at >= 0])
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min([at for at in (rest.find(".", 1), rest.find("["), len(rest)) if at >= 0])
                value = getattr(value, rest[1:end])
            else:
                end = rest.find("]") + 1
                key = rest[1 : end - 1]
                value = value[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier %s" % conversion)
