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


# Of a method that takes any keyword, "self" too.
def _self(args, name, method):
    if not args:
        raise TypeError("%s.%s() missing 1 required positional argument: 'self'" % (name, method))
    return args[0]


def _compiled(cls, pattern):
    import re

    return re.compile(pattern, (re.I if cls.flags is None else cls.flags) | re.X)


# A class's own, made of its delimiter and so on when it is first needed.
class _Pattern:
    def __get__(self, template, cls):
        import re

        if "_made" not in cls.__dict__:
            delimiter = re.escape(cls.delimiter)
            cls._made = _compiled(cls, r"%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))" % (
                delimiter, delimiter, cls.idpattern, cls.braceidpattern or cls.idpattern))
        return cls._made


_pattern = _Pattern()


class Template:
    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None

    def __init__(self, template):
        self.template = template

    pattern = _pattern

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _compiled(cls, cls.pattern) if "pattern" in cls.__dict__ else _pattern

    def _invalid(self, at):
        lines = self.template[:at].splitlines(True)
        line, column = (len(lines), at - len("".join(lines[:-1]))) if lines else (1, 1)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _filled(self, args, kwargs, safe, name):
        if len(args) > 1:
            raise TypeError("%s() takes from 1 to 2 positional arguments but %d were given" % (name, len(args) + 1))
        mapping = args[0] if args else {}

        def value(found):
            for group in ("named", "braced"):
                key = found.group(group)
                if key is not None:
                    if key in kwargs:
                        return str(kwargs[key])
                    if not safe:
                        return str(mapping[key])
                    try:
                        return str(mapping[key])
                    except KeyError:
                        return found.group()
            if found.group("escaped") is not None:
                return self.delimiter
            if self._is_invalid(found) and not safe:
                self._invalid(found.start("invalid"))
            return found.group()

        return self.pattern.sub(value, self.template)

    def substitute(*args, **kwargs):
        return _self(args, "Template", "substitute")._filled(args[1:], kwargs, False, "Template.substitute")

    def safe_substitute(*args, **kwargs):
        return _self(args, "Template", "safe_substitute")._filled(args[1:], kwargs, True, "Template.safe_substitute")

    def _is_invalid(self, found):
        if found.group("invalid") is None:
            raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    # "" of an escape, None of what is invalid.
    def _name(self, found):
        name = found.group("named") or found.group("braced")
        if name is None and found.group("escaped") is not None:
            return ""
        return name if name or not self._is_invalid(found) else None

    def is_valid(self):
        return not any([self._name(found) is None for found in self.pattern.finditer(self.template)])

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = self._name(found)
            if name and name not in names:
                names.append(name)
        return names


class Formatter:
    def format(*args, **kwargs):
        self = _self(args, "Formatter", "format")
        if len(args) < 2:
            raise TypeError("Formatter.format() missing 1 required positional argument: 'format_string'")
        return self.vformat(args[1], args[2:], kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result = self._vformat(format_string, args, kwargs, used, 2, [0])[0]
        self.check_unused_args(used, args, kwargs)
        return result

    # places: the number of the next field without a number; None after one with a number.
    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, places=None):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        places = places or [0]
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            if not field or field[0] in ".[":
                if places[0] is None:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field = str(places[0]) + field
                places[0] += 1
            elif field.isdigit():
                if places[0]:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                places[0] = None
            value, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, places)[0]
            out.append(self.format_field(value, spec))
        return "".join(out), places[0]

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
