"""argparse: arguments of a program, with help in CPython's words."""

import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "?", "*", "+", "...", "A..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _display(argument) if argument is not None else None
        self.message = message

    def __str__(self):
        return "argument %s: %s" % (self.argument_name, self.message) if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % item for item in self.__dict__.items()]))

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class MetavarTypeHelpFormatter(HelpFormatter):
    pass


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == "-":
            return sys.stdin if "r" in self._mode else sys.stdout
        try:
            return open(string, self._mode)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error))


def _display(action):
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else "/".join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{%s}" % ",".join([str(choice) for choice in action.choices]) if action.choices else None


class Action:
    takes = None  # how many arguments, unless nargs says so

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, **more):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = self.takes if nargs is None else nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        for name, value in more.items():
            setattr(self, name, value)

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def metavar_text(self):
        if self.metavar is not None:
            return self.metavar
        if self.choices is not None:
            return "{%s}" % ",".join([str(choice) for choice in self.choices])
        return self.dest.upper() if self.option_strings else self.dest

    def args_text(self):
        """The arguments as usage shows them."""
        name = self.metavar_text()
        names = name if isinstance(name, tuple) else (name,) * max(2, self.nargs if isinstance(self.nargs, int) else 2)
        if self.nargs is None:
            return names[0]
        if self.nargs == OPTIONAL:
            return "[%s]" % names[0]
        if self.nargs == ZERO_OR_MORE:
            return "[%s [%s ...]]" % (names[0], names[1]) if isinstance(name, tuple) else "[%s ...]" % names[0]
        if self.nargs == ONE_OR_MORE:
            return "%s [%s ...]" % (names[0], names[1])
        if self.nargs == REMAINDER:
            return "..."
        if self.nargs == PARSER:
            return "%s ..." % names[0]
        return " ".join(names[: self.nargs])

    def format_usage(self):
        return self.option_strings[0]


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    takes = 0

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, **more):
        _StoreConst.__init__(self, option_strings, dest, const=True, default=default, **more)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, **more):
        _StoreConst.__init__(self, option_strings, dest, const=False, default=default, **more)


class BooleanOptionalAction(Action):
    takes = 0

    def __init__(self, option_strings, dest, **more):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith("--"):
                both.append("--no-" + option[2:])
        Action.__init__(self, both, dest, **more)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _Append(Action):
    def _add(self, namespace, items):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + items)

    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, [values])


class _AppendConst(_Append):
    takes = 0

    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, [self.const])


class _Extend(_Append):
    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, list(values))


class _Count(Action):
    takes = 0

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(Action):
    takes = 0

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    takes = 0

    def __init__(self, option_strings, dest=SUPPRESS, version=None, default=SUPPRESS, **more):
        more.setdefault("help", "show program's version number and exit")
        Action.__init__(self, option_strings, SUPPRESS, default=default, version=version, **more)

    def __call__(self, parser, namespace, values, option_string=None):
        parser._print((self.version or "").replace("%(prog)s", parser.prog) + "\n", sys.stdout)
        parser.exit()


class _SubParsers(Action):
    takes = PARSER

    def __init__(self, option_strings, dest, prog="", parser_class=None, **more):
        Action.__init__(self, option_strings, dest, choices={}, **more)
        self.prog = prog
        self.parser_class = parser_class
        self.helps = []

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        kwargs.setdefault("prog", "%s %s" % (self.prog, name))
        if help is not None:
            shown = Action([], name, metavar=name + (" (%s)" % ", ".join(aliases) if aliases else ""), help=help)
            self.helps.append(shown)
        parser = self.choices[name] = self.parser_class(**kwargs)
        for alias in aliases:
            self.choices[alias] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name = values[0]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        inner, rest = self.choices[name].parse_known_args(values[1:])
        for key, value in inner.__dict__.items():
            setattr(namespace, key, value)
        if rest:
            parser._unknown.extend(rest)


_ACTIONS = {None: _Store, "store": _Store, "store_const": _StoreConst, "store_true": _StoreTrue,
            "store_false": _StoreFalse, "append": _Append, "append_const": _AppendConst, "extend": _Extend,
            "count": _Count, "help": _Help, "version": _Version, "parsers": _SubParsers}


class _Group:
    """Where arguments are added: a parser, or a part of one."""

    def __init__(self, container, title=None, description=None):
        self._container = container
        self.title = title
        self.description = description
        self._group_actions = []

    def add_argument(self, *args, **kwargs):
        action = self._container._make(args, kwargs)
        self._group_actions.append(action)
        self._container._register(action)
        return action

    def add_mutually_exclusive_group(self, required=False):
        return self._container._exclusive(self, required)

    def add_argument_group(self, *args, **kwargs):
        return self._container.add_argument_group(*args, **kwargs)


class _Exclusive(_Group):
    def __init__(self, container, shown_in, required):
        _Group.__init__(self, container)
        self.required = required
        self._shown_in = shown_in

    def add_argument(self, *args, **kwargs):
        action = _Group.add_argument(self, *args, **kwargs)
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._shown_in._group_actions.append(action)
        return action


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = prog if prog is not None else (sys.argv[0] if sys.argv else "").split("/")[-1]
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._prefix = prefix_chars
        self._conflicts = conflict_handler
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusives = []
        self._unknown = []
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            self.add_argument(prefix_chars[0] + "h", prefix_chars[0] * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                if not isinstance(action, _Help):
                    (self._optionals if action.option_strings else self._positionals)._group_actions.append(action)
                    self._register(action)
            self._defaults.update(parent._defaults)

    # --- what there is ---

    def _make(self, names, kwargs):
        kwargs = dict(kwargs)
        kind = kwargs.pop("action", None)
        cls = _ACTIONS.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if isinstance(cls, str):
            raise ValueError('unknown action "%s"' % kind)
        dest = kwargs.pop("dest", None)
        if not names or len(names) == 1 and names[0][0] not in self._prefix:
            if names:
                if dest is not None:
                    raise ValueError("dest supplied twice for positional argument")
                dest = names[0]
            if "required" in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            options = []
            required = kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, 0)
            if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
                required = True
            kwargs["required"] = required
        else:
            options = list(names)
            for option in options:
                if option[0] not in self._prefix:
                    raise ValueError("invalid option string %r: must start with a character %r" % (option, self._prefix))
            if dest is None:
                long = [option for option in options if option[1:2] in tuple(self._prefix)] or options
                dest = long[0].lstrip(self._prefix)
                if not dest:
                    raise ValueError("dest= is required for options like %r" % names[0])
                dest = dest.replace("-", "_")
        if "default" not in kwargs:
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        if kwargs.get("type") is not None and not callable(kwargs["type"]):
            raise ValueError("%r is not callable" % (kwargs["type"],))
        return cls(options, dest, **kwargs)

    def _register(self, action):
        for option in action.option_strings:
            if option in self._options and self._conflicts == "error":
                raise ArgumentError(action, "conflicting option string: %s" % option)
            self._options[option] = action
        self._actions.append(action)

    def add_argument(self, *args, **kwargs):
        positional = not args or len(args) == 1 and args[0][0] not in self._prefix
        return (self._positionals if positional else self._optionals).add_argument(*args, **kwargs)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def _exclusive(self, shown_in, required):
        group = _Exclusive(self, shown_in, required)
        self._exclusives.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        return self._exclusive(self._optionals, required)

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None, parser_class=None, **kwargs):
        if title or description:
            group = self.add_argument_group(title or "subcommands", description)
        else:
            group = self._positionals
        if prog is None:
            before = [action.args_text() for action in self._actions if not action.option_strings]
            prog = " ".join([self.prog] + before)
        action = _SubParsers([], dest, prog=prog, parser_class=parser_class or type(self), help=help, metavar=metavar,
                             required=required)
        group._group_actions.append(action)
        self._register(action)
        return action

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # --- parsing ---

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        self._unknown = []
        if not self.exit_on_error:
            return self._parse(args, namespace), self._unknown
        try:
            return self._parse(args, namespace), self._unknown
        except ArgumentError as error:
            self.error(str(error))

    parse_intermixed_args = parse_args

    def _is_option(self, arg):
        if not arg or arg[0] not in self._prefix or len(arg) == 1:
            return False
        if arg in self._options or "=" in arg and arg.split("=", 1)[0] in self._options:
            return True
        if _is_negative(arg) and not any(_is_negative(option) for option in self._options):
            return False
        return " " not in arg

    def _find(self, arg):
        """(action, the option as it is called, what follows in the same word)"""
        if arg in self._options:
            return self._options[arg], arg, None
        name, equals, value = arg.partition("=")
        if equals and name in self._options:
            return self._options[name], name, value
        if arg[1] in self._prefix:
            if self.allow_abbrev:
                found = [option for option in self._options if option.startswith(name)]
                if len(found) > 1:
                    raise ArgumentError(None, "ambiguous option: %s could match %s" % (arg, ", ".join(found)))
                if found:
                    return self._options[found[0]], found[0], value if equals else None
        elif arg[:2] in self._options:
            return self._options[arg[:2]], arg[:2], arg[2:]
        return None, arg, None

    def _parse(self, args, namespace):
        kinds = []
        for i, arg in enumerate(args):
            if arg == "--":
                kinds.append("-")
                kinds.extend(["A"] * (len(args) - i - 1))
                break
            kinds.append("O" if self._is_option(arg) else "A")
        positionals = [action for action in self._actions if not action.option_strings]
        seen = []
        at = 0
        while True:
            at = self._take_positionals(args, kinds, at, positionals, namespace, seen)
            if at >= len(args):
                break
            if kinds[at] == "O":
                at = self._take_option(args, kinds, at, namespace, seen)
            else:
                if kinds[at] == "A" or not positionals and at + 1 >= len(args):
                    if args[at] != "--":
                        self._unknown.append(args[at])
                at += 1
        missing = []
        for action in self._actions:
            if action not in seen:
                if action.required:
                    missing.append(_display(action))
                elif isinstance(action.default, str) and action.default is not SUPPRESS and (
                        getattr(namespace, action.dest, None) is action.default):
                    setattr(namespace, action.dest, self._converted(action, action.default))
        if missing:
            self.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self._exclusives:
            if group.required and not any(action in seen for action in group._group_actions):
                names = [_display(action) for action in group._group_actions if action.help is not SUPPRESS]
                self.error("one of the arguments %s is required" % " ".join(names))
        return namespace

    def _take_option(self, args, kinds, at, namespace, seen):
        action, option, rest = self._find(args[at])
        if action is None:
            self._unknown.append(args[at])
            return at + 1
        at += 1
        while action.nargs == 0 and rest:
            # Short options in one word.
            if option[1] in self._prefix or option[0] + rest[0] not in self._options:
                raise ArgumentError(action, "ignored explicit argument %r" % rest)
            self._act(action, [], namespace, option, seen)
            option, rest = option[0] + rest[0], rest[1:] or None
            action = self._options[option]
        if rest is not None:
            if rest[:1] == "=" and option[1:2] not in self._prefix:
                rest = rest[1:]
            if action.nargs not in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                raise ArgumentError(action, "expected %s argument%s" % (action.nargs, "s" if action.nargs != 1 else ""))
            values = [rest]
        else:
            most = 0
            while at + most < len(kinds) and kinds[at + most] == "A":
                most += 1
            n = _count(action.nargs, most)
            if n is None:
                expected = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                            ONE_OR_MORE: "expected at least one argument"}.get(action.nargs)
                raise ArgumentError(action, expected or "expected %s argument%s" % (
                    action.nargs, "" if action.nargs == 1 else "s"))
            if action.nargs == REMAINDER:
                n = len(args) - at
            values = args[at : at + n]
            at += n
        self._act(action, values, namespace, option, seen)
        return at

    def _take_positionals(self, args, kinds, at, positionals, namespace, seen):
        """Gives the words up to the next option to as many positionals as they satisfy."""
        end = at
        while end < len(kinds) and kinds[end] != "O":
            end += 1
        words = [i for i in range(at, end) if kinds[i] != "-"]
        counts = None
        for n in range(len(positionals), 0, -1):
            if any(action.nargs in (PARSER, REMAINDER) for action in positionals[:n]):
                words = [i for i in range(at, len(args)) if kinds[i] != "-" or i != at] if words else []
            counts = _shares([action.nargs for action in positionals[:n]], len(words))
            if counts is not None:
                break
            words = [i for i in range(at, end) if kinds[i] != "-"]
        if not counts:
            return at
        # Those that take nothing wait for later words, if there are any.
        while counts and counts[-1] == 0 and end < len(args) and positionals[len(counts) - 1].nargs != 0:
            counts.pop()
        used = 0
        for n in counts:
            action = positionals.pop(0)
            values = [args[i] for i in words[used : used + n]]
            used += n
            self._act(action, values, namespace, None, seen)
        return words[used - 1] + 1 if used else at

    def _act(self, action, words, namespace, option, seen):
        nargs = action.nargs
        given = True
        if nargs == OPTIONAL and not words:
            value = action.const if action.option_strings else action.default
            given = bool(action.option_strings)
            if isinstance(value, str):
                value = self._converted(action, value)
        elif nargs in (None, OPTIONAL):
            value = self._converted(action, words[0])
            self._check(action, value)
        elif nargs == ZERO_OR_MORE and not words and not action.option_strings:
            value = action.default if action.default is not None else []
            given = False
        elif nargs == PARSER or nargs == REMAINDER:
            value = words
            if nargs == PARSER:
                self._check(action, words[0])
        else:
            value = [self._converted(action, word) for word in words]
            for item in value:
                self._check(action, item)
        if given and value is not action.default or action.option_strings:
            for group in self._exclusives:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in seen:
                            raise ArgumentError(action, "not allowed with argument %s" % _display(other))
        if given or action.option_strings or action.nargs != ZERO_OR_MORE:
            seen.append(action)
        elif action not in seen:
            seen.append(action)
        if value is not SUPPRESS:
            action(self, namespace, value, option)

    def _converted(self, action, word):
        convert = action.type
        if convert is None:
            return word
        name = getattr(convert, "__name__", repr(convert))
        try:
            return convert(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, "invalid %s value: %r" % (name, word))

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (
                value, ", ".join([repr(choice) for choice in action.choices])))

    # --- words for people ---

    def _usage_parts(self):
        options, positionals = [], []
        done = []
        shown = [action for action in self._actions if action.help is not SUPPRESS]
        for action in shown:
            if action in done:
                continue
            group = None
            for exclusive in self._exclusives:
                if action in exclusive._group_actions:
                    group = exclusive
            if group is not None:
                members = [other for other in group._group_actions if other in shown]
                done.extend(members)
                text = " | ".join([self._usage_of(other, True) for other in members])
                options.append(("(%s)" if group.required else "[%s]") % text if len(members) > 1 or not group.required
                               else text)
            elif action.option_strings:
                options.append(self._usage_of(action, action.required))
            else:
                positionals.append(action.args_text())
        return options, positionals

    def _usage_of(self, action, bare):
        if not action.option_strings:
            return action.args_text()
        text = action.format_usage() if action.nargs == 0 else "%s %s" % (action.option_strings[0], action.args_text())
        return text if bare else "[%s]" % text

    def format_usage(self):
        if self.usage is not None:
            return "usage: %s\n" % self.usage.replace("%(prog)s", self.prog)
        options, positionals = self._usage_parts()
        text = " ".join([self.prog] + options + positionals)
        width = _width() - 2
        if len("usage: ") + len(text) <= width:
            return "usage: %s\n" % text
        indent = " " * (len("usage: ") + len(self.prog) + 1)

        def lines(parts, start):
            found, line = [], start
            for part in parts:
                if len(line) + 1 + len(part) > width and line.strip() and line != start:
                    found.append(line)
                    line = indent[:-1]
                line += " " + part
            return found + [line]

        if len(indent) <= 0.75 * width:
            found = lines(options, "usage: " + self.prog)
            if options and positionals:
                found += lines(positionals, indent[:-1])
            elif positionals:
                found = lines(positionals, "usage: " + self.prog)
            return "\n".join(found) + "\n"
        found = ["usage: " + self.prog]
        indent = " " * len("usage: ")
        for parts in (options, positionals):
            if parts:
                found += lines(parts, indent[:-1])
        return "\n".join(found) + "\n"

    def _invocation(self, action):
        if not action.option_strings:
            name = action.metavar_text()
            return name if isinstance(name, str) else " ".join(name)
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        return ", ".join(["%s %s" % (option, action.args_text()) for option in action.option_strings])

    def _help_of(self, action):
        text = action.help
        if issubclass(self.formatter_class, ArgumentDefaultsHelpFormatter) and "%(default)" not in text and (
                action.default is not SUPPRESS) and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            if not isinstance(action, _Help) and action.default is not None or not isinstance(action, (_Help, _Version)):
                text += " (default: %(default)s)"
        values = {name: value for name, value in action.__dict__.items() if value is not SUPPRESS}
        values["prog"] = self.prog
        if isinstance(values.get("type"), type) or callable(values.get("type")):
            values["type"] = getattr(values["type"], "__name__", values["type"])
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
        return text % values if "%" in text else text

    def _paragraph(self, text):
        import textwrap

        text = text.replace("%(prog)s", self.prog)
        if issubclass(self.formatter_class, RawDescriptionHelpFormatter):
            return text + "\n"
        return textwrap.fill(" ".join(text.split()), _width() - 2) + "\n"

    def format_help(self):
        import textwrap

        parts = [self.format_usage()]
        if self.description:
            parts.append(self._paragraph(self.description))
        sections = []
        longest = 0
        for group in self._groups:
            rows = []
            for action in group._group_actions:
                if action.help is SUPPRESS:
                    continue
                rows.append((2, self._invocation(action), action))
                if isinstance(action, _SubParsers):
                    rows.extend([(4, inner.metavar, inner) for inner in action.helps])
            for indent, text, _ in rows:
                longest = max(longest, indent + len(text))
            sections.append((group, rows))
        width = _width() - 2
        column = min(longest + 2, 24)
        for group, rows in sections:
            if not rows and not group.description:
                continue
            out = ["%s:\n" % group.title] if group.title else []
            if group.description:
                out.append(textwrap.indent(self._paragraph(group.description), "  ") + "\n")
            for indent, text, action in rows:
                head = " " * indent + text
                if not action.help:
                    out.append(head + "\n")
                    continue
                help = self._help_of(action)
                if issubclass(self.formatter_class, RawTextHelpFormatter):
                    lines = help.splitlines()
                else:
                    lines = textwrap.wrap(" ".join(help.split()), max(width - column, 11))
                if len(head) <= column - 2:
                    out.append("%s%s\n" % (head + " " * (column - len(head)), lines[0] if lines else ""))
                    lines = lines[1:]
                else:
                    out.append(head + "\n")
                out.extend(["%s%s\n" % (" " * column, line) for line in lines])
            parts.append("".join(out))
        if self.epilog:
            parts.append(self._paragraph(self.epilog))
        return "\n".join(parts)

    def _print(self, text, file):
        (file or sys.stdout).write(text)

    def print_usage(self, file=None):
        self._print(self.format_usage(), file)

    def print_help(self, file=None):
        self._print(self.format_help(), file)

    def exit(self, status=0, message=None):
        if message:
            self._print(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


def _width():
    return 80


def _is_negative(arg):
    if arg[:1] != "-":
        return False
    whole, dot, part = arg[1:].partition(".")
    return (whole.isdigit() or not whole and bool(dot)) and (not dot or part.isdigit())


def _count(nargs, most):
    """How many of at most so many words; None: too few."""
    if nargs is None:
        return 1 if most else None
    if nargs == OPTIONAL:
        return min(most, 1)
    if nargs in (ZERO_OR_MORE, REMAINDER):
        return most
    if nargs in (ONE_OR_MORE, PARSER):
        return most or None
    return nargs if most >= nargs else None


def _shares(kinds, words):
    """How many words each takes, the first as many as it can; None: too few."""
    least = [0 if kind in (OPTIONAL, ZERO_OR_MORE, REMAINDER) else kind if isinstance(kind, int) else 1 for kind in kinds]
    spare = words - sum(least)
    if spare < 0:
        return None
    shares = []
    for kind, n in zip(kinds, least):
        more = min(spare, 1) if kind == OPTIONAL else spare if kind in (ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER) else 0
        spare -= more
        shares.append(n + more)
    return shares
