import re

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section = section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = "Section %r already exists" % section
        if source is not None:
            text = "While reading from %r [line %2d]: section %r already exists" % (source, lineno, section)
        super().__init__(text)
        self.section = section
        self.source = source
        self.lineno = lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = "Option %r in section %r already exists" % (option, section)
        if source is not None:
            text = "While reading from %r [line %2d]: option %r in section %r already exists" % (source, lineno, option, section)
        super().__init__(text)
        self.section = section
        self.option = option


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option = option
        self.section = section


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option = option
        self.section = section


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid option name. Raw value: %r" % (option, section, reference, rawval))
        self.reference = reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key which cannot be substituted in %d steps. Raw value: %r" % (option, section, MAX_INTERPOLATION_DEPTH, rawval))


class ParsingError(Error):
    def __init__(self, source):
        super().__init__("Source contains parsing errors: %r" % source)
        self.source = source
        self.errors = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source = filename
        self.lineno = lineno
        self.line = line


class Interpolation:
    def get(self, parser, section, option, value, defaults):
        return value

    def check(self, value):
        return value


class BasicInterpolation(Interpolation):
    def get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, value, section, defaults, 1)

    def check(self, value):
        rest = re.sub(r"%\(([^)]+)\)s", "", value.replace("%%", ""))
        if "%" in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find("%")))
        return value

    def _expand(self, parser, option, value, section, defaults, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, parser.get(section, option, raw=True, fallback=value))
        out = []
        rest = value
        while rest:
            at = rest.find("%")
            if at < 0:
                out.append(rest)
                break
            out.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == "%":
                out.append("%")
                rest = rest[2:]
                continue
            m = re.match(r"%\(([^)]+)\)s", rest)
            if m is None:
                if rest[1:2] == "(":
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % (rest,))
            name = parser.optionxform(m[1])
            if name not in defaults:
                raise InterpolationMissingOptionError(option, section, value, name)
            out.append(self._expand(parser, option, defaults[name], section, defaults, depth + 1))
            rest = rest[m.end():]
        return "".join(out)


class ExtendedInterpolation(Interpolation):
    def get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, value, section, defaults, 1)

    def _expand(self, parser, option, value, section, defaults, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, value)

        def one(m):
            if m[0] == "$$":
                return "$"
            if m[1] is None:
                raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" % m[0])
            parts = m[1].split(":")
            try:
                if len(parts) == 1:
                    return self._expand(parser, option, defaults[parser.optionxform(parts[0])], section, defaults, depth + 1)
                found = parser.get(parts[0], parts[1], raw=True)
                return self._expand(parser, option, found, parts[0], dict(parser.items(parts[0], raw=True)), depth + 1)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, value, ":".join(parts))

        return re.sub(r"\$\$|\$\{([^}]+)\}|\$.?", one, value)


class SectionProxy:
    def __init__(self, parser, name):
        self.parser = parser
        self.name = name

    def __repr__(self):
        return "<Section: %s>" % self.name

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not self.parser.remove_option(self.name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def _options(self):
        return list(self.parser.defaults()) if self.name == self.parser.default_section else self.parser.options(self.name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def keys(self):
        return self._options()

    def values(self):
        return [self[k] for k in self._options()]

    def items(self):
        return [(k, self[k]) for k in self._options()]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None, **kw):
        return self.parser.getint(self.name, option, fallback=fallback, **kw)

    def getfloat(self, option, fallback=None, **kw):
        return self.parser.getfloat(self.name, option, fallback=fallback, **kw)

    def getboolean(self, option, fallback=None, **kw):
        return self.parser.getboolean(self.name, option, fallback=fallback, **kw)


_UNSET = object()
_BOOLEANS = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}


class RawConfigParser:
    BOOLEAN_STATES = _BOOLEANS
    _default_interpolation = Interpolation

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"), inline_comment_prefixes=None,
                 strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self.default_section = default_section
        self._defaults = {}
        self._sections = {}
        self._no_value = allow_no_value
        self._delimiters = delimiters
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines = empty_lines_in_values
        self._interpolation = self._default_interpolation() if interpolation is _UNSET else interpolation or Interpolation()
        for name, convert in (converters or {}).items():
            setattr(self, "get" + name, lambda section, option, convert=convert, **kw: self._converted(convert, section, option, **kw))
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = value if value is None else str(value)

    def optionxform(self, option):
        return option.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        own = self._sections[section]
        return list(own) + [k for k in self._defaults if k not in own]

    def read(self, filenames, encoding=None):
        read = []
        for name in [filenames] if isinstance(filenames, str) or hasattr(filenames, "__fspath__") else filenames:
            try:
                f = open(name)
            except OSError:
                continue
            with f:
                self._read(f, name)
            read.append(name)
        return read

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, "name", "<" + "?" * 3 + ">"))

    def read_string(self, string, source="<string>"):
        lines = string.split("\n")
        self._read([line + "\n" for line in lines[:-1]] + lines[-1:], source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, values in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section)
            seen.add(section)
            for key, value in values.items():
                self.set(section, self.optionxform(str(key)), value if value is None else str(value))

    def _read(self, lines, source):
        current = None
        option = None
        indent = 0
        seen = set()
        error = None
        split = re.compile("(.*?)\\s*(?:(" + "|".join([re.escape(d) for d in self._delimiters]) + ")\\s*(.*))" + ("?" if self._no_value else "") + "$")
        for number, line in enumerate(lines, 1):
            text = line.strip()
            comment = text.startswith(self._comments) if self._comments else False
            if comment:
                text = ""
            for prefix in self._inline:
                at = text.find(prefix)
                while at > 0 and not text[at - 1].isspace():
                    at = text.find(prefix, at + 1)
                if at >= 0:
                    text = text[:at].strip()
            if not text:
                if self._empty_lines and not comment and current is not None and option and current[option] is not None:
                    current[option].append("")
                elif not self._empty_lines:
                    indent = 1 << 30
                continue
            begin = len(line) - len(line.lstrip())
            if current is not None and option and begin > indent:
                if current[option] is None:
                    current[option] = []
                current[option].append(text)
                continue
            indent = begin
            m = re.match(r"\[(?P<header>.+)\]", text)
            if m:
                name = m["header"]
                option = None
                if name == self.default_section:
                    current = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    current = self._sections[name]
                else:
                    current = self._sections[name] = {}
                seen.add(name)
                section = name
            elif current is None:
                raise MissingSectionHeaderError(source, number, line)
            else:
                m = split.match(text)
                if not m or not m[1]:
                    error = error or ParsingError(source)
                    error.append(number, repr(line))
                    continue
                option = self.optionxform(m[1].rstrip())
                if self._strict and (section, option) in seen:
                    raise DuplicateOptionError(section, option, source, number)
                seen.add((section, option))
                current[option] = None if m[2] is None else [m[3].strip()]
        for values in [self._defaults] + list(self._sections.values()):
            for key, value in values.items():
                if isinstance(value, list):
                    values[key] = "\n".join(value).rstrip()
        if error:
            raise error

    def _values(self, section, vars=None):
        values = dict(self._defaults)
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value if value is None else str(value)
        return values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        name = self.optionxform(option)
        if name not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[name]
        return value if raw or value is None else self._interpolation.get(self, section, name, value, values)

    def _converted(self, convert, section, option, raw=False, vars=None, fallback=_UNSET):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **kw):
        return self._converted(int, section, option, **kw)

    def getfloat(self, section, option, **kw):
        return self._converted(float, section, option, **kw)

    def getboolean(self, section, option, **kw):
        return self._converted(self._boolean, section, option, **kw)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: " + value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        values = self._values(section, vars)
        return [(k, v if raw or v is None else self._interpolation.get(self, section, k, v, values)) for k, v in values.items()]

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.check(value)
        if not section or section == self.default_section:
            values = self._defaults
        elif section in self._sections:
            values = self._sections[section]
        else:
            raise NoSectionError(section)
        values[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        delimiter = " = " if space_around_delimiters else "="
        parts = [(self.default_section, self._defaults)] if self._defaults else []
        for name, values in parts + list(self._sections.items()):
            fp.write("[%s]\n" % name)
            for key, value in values.items():
                fp.write(key + ("\n" if value is None and self._no_value else delimiter + str(value).replace("\n", "\n\t") + "\n"))
            fp.write("\n")

    def remove_option(self, section, option):
        values = self._defaults if section == self.default_section else self._sections.get(section)
        if values is None:
            raise NoSectionError(section)
        return values.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def __getitem__(self, name):
        if name != self.default_section and name not in self._sections:
            raise KeyError(name)
        return SectionProxy(self, name)

    def __setitem__(self, name, values):
        if name == self.default_section:
            self._defaults.clear()
        else:
            self._sections[name] = {}
        self.read_dict({name: values})

    def __delitem__(self, name):
        if name == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(name):
            raise KeyError(name)

    def __contains__(self, name):
        return name == self.default_section or name in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section] + list(self._sections))

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]


class ConfigParser(RawConfigParser):
    _default_interpolation = BasicInterpolation

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (value is None and self._no_value):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


SafeConfigParser = ConfigParser
