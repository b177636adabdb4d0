"""configparser: settings in sections, as INI files have them."""

import functools
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg="", *args):
        self.message = msg
        super().__init__(msg)
        if args:
            self.args = args

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,), section)
        self.section = section


def _place(what, source, lineno):
    if source is None:
        return what[0].upper() + what[1:]
    return "While reading from %r%s: %s" % (source, "" if lineno is None else " [line %2d]" % lineno, what)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        super().__init__(_place("section %r already exists" % (section,), source, lineno), section, source, lineno)
        self.section, self.source, self.lineno = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = _place("option %r in section %r already exists" % (option, section), source, lineno)
        super().__init__(text, section, option, source, lineno)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section), option, section)
        self.option, self.section = option, section


class InterpolationError(Error):
    def __init__(self, option, section, msg, *args):
        super().__init__(msg, option, section, *(args or (msg,)))
        self.option, self.section = option, section


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid option name. Raw value: %r" % (option, section, reference, rawval), rawval, reference)
        self.reference = reference


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key which cannot be substituted in %d steps. Raw value: %r" % (option, section, MAX_INTERPOLATION_DEPTH, rawval), rawval)


class ParsingError(Error):
    def __init__(self, source=None, filename=None):
        if filename is None and source is None:
            raise TypeError("Required argument `source' not given.")
        if filename is not None and source is not None:
            raise TypeError("Cannot specify both `filename' and `source'. Use `source'.")
        self.source = filename if source is None else source
        super().__init__("Source contains parsing errors: %r" % (self.source,), self.source)
        self.errors = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line), filename, lineno, line)
        self.source, self.lineno, self.line = filename, lineno, line


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    before_read = before_write = before_set


# The sign, what opens a reference after it, and a whole reference.
class BasicInterpolation(Interpolation):
    _sign, _opening, _reference = "%", "(", re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, option, value, section, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace(self._sign * 2, ""))
        if self._sign in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._sign)))
        return value

    def _find(self, parser, section, option, name, values, rest):
        name = parser.optionxform(name)
        if name not in values:
            raise InterpolationMissingOptionError(option, section, parser.get(section, option, raw=True, fallback=None), name)
        return values[name], section, option, values

    def _expand(self, parser, option, rest, section, values, depth):
        sign = self._sign
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out = []
        while rest:
            before, found, _ = rest.partition(sign)
            out.append(before)
            rest = rest[len(before) :]
            if rest[1:2] == sign:
                out.append(sign)
                rest = rest[2:]
            elif rest[1:2] == self._opening:
                match = self._reference.match(rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
                rest = rest[match.end() :]
                value, where, name, others = self._find(parser, section, option, match.group(1), values, rest)
                out.append(self._expand(parser, name, value, where, others, depth + 1) if sign in value else value)
            elif rest:
                raise InterpolationSyntaxError(option, section, "'%s' must be followed by '%s' or '%s', found: %r" % (sign, sign, self._opening, rest))
        return "".join(out)


class ExtendedInterpolation(BasicInterpolation):
    _sign, _opening, _reference = "$", "{", re.compile(r"\$\{([^}]+)\}")

    def _find(self, parser, section, option, name, values, rest):
        path = name.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % rest)
        name = parser.optionxform(path[-1])
        try:
            if len(path) == 1:
                return values[name], section, name, dict(parser.items(section, raw=True))
            return parser.get(path[0], name, raw=True), path[0], name, dict(parser.items(path[0], raw=True))
        except (KeyError, NoSectionError, NoOptionError):
            raw = parser.get(section, option, raw=True, fallback=None)
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None


class LegacyInterpolation(Interpolation):
    def before_get(self, parser, section, option, value, vars):
        raw = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or "%(" not in value:
                return value
            try:
                value = re.sub(r"%\(([^)]*)\)s", lambda found: "%%(%s)s" % parser.optionxform(found.group(1)), value) % vars
            except KeyError as error:
                raise InterpolationMissingOptionError(option, section, raw, error.args[0]) from None
        if value and "%(" in value:
            raise InterpolationDepthError(option, section, raw)
        return value


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for kind in parser.converters:
            setattr(self, "get" + kind, functools.partial(self.get, _impl=getattr(parser, "get" + kind)))

    parser = property(lambda self: self._parser)
    name = property(lambda self: self._name)

    def __repr__(self):
        return "<Section: %s>" % self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._validate_value_types(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    def __init__(self, parser):
        self._parser = parser
        self._data = dict.fromkeys(name[3:] for name in dir(parser) if name[:3] == "get" and name[3:] and callable(getattr(parser, name)))

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError("Incompatible key: %s (type: %s)" % (key, type(key)))
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        getter = functools.partial(self._parser._get_conv, conv=value)
        getter.converter = value
        for owner in [self._parser] + list(self._parser.values()):
            setattr(owner, "get" + key, getter if owner is self._parser else functools.partial(owner.get, _impl=getter))

    def __delitem__(self, key):
        del self._data[key]
        for owner in [self._parser] + list(self._parser.values()):
            try:
                delattr(owner, "get" + key)
            except AttributeError:
                pass

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)


_UNSET = object()


class RawConfigParser(MutableMapping):
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"), inline_comment_prefixes=None,
                 strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict = dict_type
        self._sections, self._defaults, self._proxies = dict_type(), dict_type(), dict_type()
        self.default_section = default_section
        self._converters = ConverterMapping(self)
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._allow_no_value = allow_no_value
        self._delimiters = tuple(delimiters)
        self._optcre = re.compile(r"(?P<option>.*?)\s*(?:(?P<vi>%s)\s*(?P<value>.*))%s$" % (
            "|".join([re.escape(d) for d in delimiters]), "?" if allow_no_value else ""))
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty_lines_in_values = empty_lines_in_values
        self._interpolation = (self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation) or Interpolation()
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            interpolation, self._interpolation = self._interpolation, Interpolation()
            self.read_dict({default_section: defaults})
            self._interpolation = interpolation

    converters = property(lambda self: self._converters)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def _validate_value_types(self, *, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if (not self._allow_no_value or value) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def _own(self, section):
        if not section or section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        own = self._sections[section]
        return list(own) + [key for key in self._defaults if key not in own]

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                f = open(name, encoding=encoding)
            except OSError:
                continue
            with f:
                self._read(f, name)
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, "name", "<%s>" % ("?" * 3))
        self._read(f, source)

    readfp = read_file

    def read_string(self, string, source="<string>"):
        import io

        self._read(io.StringIO(string), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, values in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for key, value in values.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    # How much of a line is no comment: None if there is none.
    def _comment_start(self, line):
        if self._comments and line.strip().startswith(self._comments):
            return 0
        starts = []
        for prefix in self._inline:
            at = line.find(prefix)
            while at > 0 and not line[at - 1].isspace():
                at = line.find(prefix, at + 1)
            if at >= 0:
                starts.append(at)
        return min(starts) if starts else None

    def _read(self, fp, fpname):
        current = section = option = error = None
        indent = 0
        seen = set()
        for number, line in enumerate(fp, 1):
            comment = self._comment_start(line)
            text = line[:comment].strip()
            if not text:
                if not self._empty_lines_in_values:
                    indent = 1 << 30
                elif comment is None and current is not None and option and current[option] is not None:
                    current[option].append("")
                continue
            start = self.NONSPACECRE.search(line).start()
            if current is not None and option and start > indent:
                current[option].append(text)
                continue
            indent = start
            header = self.SECTCRE.match(text)
            if header:
                section, option = header.group("header"), None
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, fpname, number)
                elif section != self.default_section:
                    self._sections[section] = self._dict()
                    self._proxies[section] = SectionProxy(self, section)
                current = self._own(section)
                seen.add(section)
                continue
            if current is None:
                raise MissingSectionHeaderError(fpname, number, line)
            match = self._optcre.match(text)
            if not match or not match.group("option"):
                error = error or ParsingError(fpname)
                error.append(number, repr(line))
                if not match:
                    continue
            option = self.optionxform(match.group("option").rstrip())
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, fpname, number)
            seen.add((section, option))
            value = match.group("value")
            current[option] = value if value is None else [value.strip()]
        for name in [self.default_section] + list(self._sections):
            values = self._own(name)
            for key, value in values.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                values[key] = self._interpolation.before_read(self, name, key, value)
        if error:
            raise error

    def _unify_values(self, section, vars):
        if section not in self._sections and section != self.default_section:
            raise NoSectionError(section)
        more = {}
        for key, value in (vars or {}).items():
            more[self.optionxform(key)] = value if value is None else str(value)
        return ChainMap(more, self._sections.get(section, {}), self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._unify_values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, **kwargs):
        return self._get_conv(section, option, int, **kwargs)

    def getfloat(self, section, option, **kwargs):
        return self._get_conv(section, option, float, **kwargs)

    def getboolean(self, section, option, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._defaults.copy()
        if section != self.default_section:
            if section not in self._sections:
                raise NoSectionError(section)
            values.update(self._sections[section])
        keys = list(values)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        if raw:
            return [(key, values[key]) for key in keys]
        return [(key, self._interpolation.before_get(self, section, key, values[key], values)) for key in keys]

    def popitem(self):
        for name in self.sections():
            proxy = self[name]
            del self[name]
            return name, proxy
        raise KeyError

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._own(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        delimiter = " %s " % self._delimiters[0] if space_around_delimiters else self._delimiters[0]
        for name in ([self.default_section] if self._defaults else []) + list(self._sections):
            fp.write("[%s]\n" % name)
            for key, value in self._own(name).items():
                value = self._interpolation.before_write(self, name, key, value)
                bare = value is None and self._allow_no_value
                fp.write("%s%s\n" % (key, "" if bare else delimiter + str(value).replace("\n", "\n\t")))
            fp.write("\n")

    def remove_option(self, section, option):
        return self._own(section).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section] + list(self._sections))


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        self._validate_value_types(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._validate_value_types(section=section)
        super().add_section(section)


class SafeConfigParser(ConfigParser):
    pass
