"""argparse: arguments of a program, with help in CPython's words."""

import sys
from _arghelp import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentDefaultsHelpFormatter,
                      HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter)


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _display(argument) if argument is not None else None
        self.message = message

    def __str__(self):
        return "argument %s: %s" % (self.argument_name, self.message) if self.argument_name else self.message


class ArgumentTypeError(Exception):
    pass


class _AttributeHolder:
    def _get_kwargs(self):
        return list(self.__dict__.items())

    def __repr__(self):
        plain, others = [], {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                plain.append("%s=%r" % (name, value))
            else:
                others[name] = value
        return "%s(%s)" % (type(self).__name__, ", ".join(plain + (["**%r" % others] if others else [])))


class Namespace(_AttributeHolder):
    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == "-":
            stream = sys.stdin if "r" in self._mode else sys.stdout
            return stream.buffer if "b" in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error))

    def __repr__(self):
        args = [repr(arg) for arg in (self._mode, self._bufsize) if arg != -1]
        args += ["%s=%r" % pair for pair in (("encoding", self._encoding), ("errors", self._errors)) if pair[1] is not None]
        return "FileType(%s)" % ", ".join(args)


def _display(action):
    if action.option_strings:
        return "/".join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else "/".join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    return "{%s}" % ",".join([str(choice) for choice in action.choices]) if action.choices else None


class Action(_AttributeHolder):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            "option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar")]

    def format_usage(self):
        return self.option_strings[0]


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **more):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store "
                             "true or store const may be more appropriate")
        Action.__init__(self, option_strings, dest, nargs, **more)
        if self.const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        _StoreConstAction.__init__(self, option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        _StoreConstAction.__init__(self, option_strings, dest, False, default, required, help)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith("--"):
                both.append("--no-" + option[2:])
        Action.__init__(self, both, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **more):
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to append, "
                             "the append const action may be more appropriate")
        Action.__init__(self, option_strings, dest, nargs, **more)
        if self.const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)

    def _add(self, namespace, items):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + items)

    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, [values])


class _AppendConstAction(_AppendAction):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, [self.const])


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        self._add(namespace, list(values))


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        Action.__init__(self, option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        Action.__init__(self, option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        Action.__init__(self, option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        parser._print(parser._paragraph(version, parser._get_formatter()), sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, PARSER, None, None, None, {}, required, help, metavar)
        self._name_parser_map = self.choices
        self.prog = prog
        self.parser_class = parser_class
        self.helps = []

    def add_parser(self, name, *, help=None, aliases=(), **kwargs):
        kwargs.setdefault("prog", "%s %s" % (self.prog, name))
        for known in (name,) + tuple(aliases):
            if known in self.choices:
                raise ArgumentError(self, "conflicting subparser%s: %s" % (" alias" * (known != name), known))
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


_ACTIONS = {None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
            "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "extend": _ExtendAction,
            "count": _CountAction, "help": _HelpAction, "version": _VersionAction, "parsers": _SubParsersAction}


class _ArgumentGroup:
    """Where arguments are added: a parser, or a part of one."""

    def __init__(self, container, title=None, description=None):
        self._container = container
        self.title = title
        self.description = description
        self._group_actions = []

    def add_argument(self, *args, **kwargs):
        return self._add_action(self._container._make(args, kwargs))

    def _add_action(self, action):
        self._container._register(action)
        self._group_actions.append(action)
        return action

    def add_mutually_exclusive_group(self, required=False):
        return self._container._exclusive(self, required)

    def add_argument_group(self, *args, **kwargs):
        return self._container.add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, shown_in, required):
        _ArgumentGroup.__init__(self, container)
        self.required = required
        self._shown_in = shown_in

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        _ArgumentGroup._add_action(self, action)
        shown_in = self._shown_in
        if shown_in is self._container:
            shown_in = shown_in._optionals if action.option_strings else shown_in._positionals
        shown_in._group_actions.append(action)
        return action


class ArgumentParser(_AttributeHolder):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        if conflict_handler not in ("error", "resolve"):
            raise ValueError("invalid conflict_resolution value: %r" % conflict_handler)
        self.prog = prog if prog is not None else (sys.argv[0] if sys.argv else "").split("/")[-1]
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.argument_default = argument_default
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self.prefix_chars = prefix_chars
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self._registries = {"action": dict(_ACTIONS), "type": {None: None}}
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusives = []
        self._unknown = []
        self._mixed = False  # arguments by name may stand between those by place
        self._positionals = _ArgumentGroup(self, "positional arguments")
        self._optionals = _ArgumentGroup(self, "options")
        self._groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            "prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def register(self, registry_name, value, object):
        self._registries[registry_name][value] = object

    def _adopt(self, parent):
        titles = {group.title: group for group in self._groups}
        placed = {}
        for group in parent._groups:
            mine = titles.get(group.title) or self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                placed[id(action)] = mine
        for group in parent._exclusives:
            mine = self._exclusive(self, group.required)
            for action in group._group_actions:
                mine._group_actions.append(action)
        for action in parent._actions:
            placed.get(id(action), self._optionals)._add_action(action)

    # --- what there is ---

    def _make(self, names, kwargs):
        kwargs = dict(kwargs)
        kind = kwargs.pop("action", None)
        cls = self._registries["action"].get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(cls):
            raise ValueError('unknown action "%s"' % (kind,))
        dest = kwargs.pop("dest", None)
        if not names or len(names) == 1 and names[0][0] not in self.prefix_chars:
            if names:
                if dest is not None:
                    raise ValueError("dest supplied twice for positional argument")
                dest = names[0]
            elif dest is None:
                raise TypeError("a positional argument needs a name")
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
                if option[0] not in self.prefix_chars:
                    raise ValueError("invalid option string %r: must start with a character %r" % (option, self.prefix_chars))
            if dest is None:
                long = [option for option in options if option[1:2] in tuple(self.prefix_chars)] or options
                dest = long[0].lstrip(self.prefix_chars)
                if not dest:
                    raise ValueError("dest= is required for options like %r" % names[0])
                dest = dest.replace("-", "_")
        if "default" not in kwargs:
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        action = cls(option_strings=options, dest=dest, **kwargs)
        action.type = self._registries["type"].get(action.type, action.type)
        if action.type is not None and not callable(action.type):
            raise ValueError("%r is not callable" % (action.type,))
        if action.type is FileType:
            raise ValueError("%r is a FileType class object, instance of it must be passed" % (FileType,))
        if isinstance(action.metavar, tuple) or isinstance(action.nargs, str):
            HelpFormatter(self.prog)._args(action)
        return action

    def _register(self, action):
        taken = [option for option in action.option_strings if option in self._options]
        if taken and self.conflict_handler == "error":
            raise ArgumentError(action, "conflicting option string%s: %s" % ("s" * (len(taken) > 1), ", ".join(taken)))
        for option in taken:
            other = self._options[option]
            other.option_strings.remove(option)
            if not other.option_strings:
                self._actions.remove(other)
                for group in self._groups:
                    if other in group._group_actions:
                        group._group_actions.remove(other)
        for option in action.option_strings:
            self._options[option] = action
        self._actions.append(action)

    def add_argument(self, *args, **kwargs):
        positional = not args or len(args) == 1 and args[0][0] not in self.prefix_chars
        return (self._positionals if positional else self._optionals).add_argument(*args, **kwargs)

    def add_argument_group(self, title=None, description=None):
        group = _ArgumentGroup(self, title, description)
        self._groups.append(group)
        return group

    def _exclusive(self, shown_in, required):
        group = _MutuallyExclusiveGroup(self, shown_in, required)
        self._exclusives.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        return self._exclusive(self, required)

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None,
                       metavar=None, parser_class=None, **kwargs):
        if any([isinstance(action, _SubParsersAction) for action in self._actions]):
            self.error("cannot have multiple subparser arguments")
        if title or description:
            group = self.add_argument_group(title or "subcommands", description)
        else:
            group = self._positionals
        if prog is None:
            shown = self._get_formatter()
            before = [shown._args(action) for action in self._actions if not action.option_strings]
            prog = " ".join([self.prog] + before)
        return group._add_action(self._registries["action"]["parsers"](
            [], prog, parser_class or type(self), dest, required, help, metavar, **kwargs))

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
        if self.fromfile_prefix_chars is not None:
            args = self._expanded(args)
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

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._actions:
            if not action.option_strings and action.nargs in (PARSER, REMAINDER):
                raise TypeError("parse_intermixed_args: positional arg with nargs=%s" % action.nargs)
        self._mixed = True
        try:
            return self.parse_known_args(args, namespace)
        finally:
            self._mixed = False

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return namespace

    def _is_option(self, arg):
        if arg[:1] not in tuple(self.prefix_chars):
            return False
        if arg in self._options:
            return True
        if len(arg) == 1:
            return False
        if self._matches(arg):
            return True
        if _is_negative(arg) and not any(_is_negative(option) for option in self._options):
            return False
        return " " not in arg

    def _matches(self, arg):
        """What it may be: (action, the option as it is called, what follows in the same word)"""
        if arg in self._options:
            return [(self._options[arg], arg, None)]
        name, equals, value = arg.partition("=")
        value = value if equals else None
        if equals and name in self._options:
            return [(self._options[name], name, value)]
        found = []
        for option, action in self._options.items():
            if arg[1] not in self.prefix_chars and option == arg[:2]:
                found.append((action, option, arg[2:]))
            elif option.startswith(name if arg[1] in self.prefix_chars else arg) and (
                    self.allow_abbrev or arg[1] not in self.prefix_chars):
                found.append((action, option, value))
        return found

    def _find(self, arg):
        found = self._matches(arg)
        if len(found) > 1:
            raise ArgumentError(None, "ambiguous option: %s could match %s" % (
                arg, ", ".join([option for _, option, _ in found])))
        return found[0] if found else (None, arg, None)

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _expanded(self, args):
        found = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                found.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self.error(str(error))
            for line in lines:
                found.extend(self._expanded(self.convert_arg_line_to_args(line)))
        return found

    def _parse(self, args, namespace):
        kinds = []
        for i, arg in enumerate(args):
            if arg == "--":
                kinds.append("-")
                kinds.extend(["A"] * (len(args) - i - 1))
                break
            kinds.append("O" if self._is_option(arg) else "A")
        positionals = [action for action in self._actions if not action.option_strings]
        seen, self._given = [], []
        at = 0
        loose = []
        while True:
            if not self._mixed:
                at = self._take_positionals(args, kinds, at, positionals, namespace, seen)
            if at >= len(args):
                break
            if kinds[at] == "O":
                at = self._take_option(args, kinds, at, namespace, seen)
            elif self._mixed:
                loose.extend([args[at]] * (kinds[at] == "A"))
                at += 1
            else:
                if kinds[at] == "A" or not positionals and at + 1 >= len(args):
                    if args[at] != "--":
                        self._unknown.append(args[at])
                at += 1
        if self._mixed:
            at = self._take_positionals(loose, ["A"] * len(loose), 0, positionals, namespace, seen)
            self._unknown.extend(loose[at:])
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
            if group.required and not any([action in self._given for action in group._group_actions]):
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
            if option[1] in self.prefix_chars or option[0] + rest[0] not in self._options:
                raise ArgumentError(action, "ignored explicit argument %r" % rest)
            self._act(action, [], namespace, option, seen)
            option, rest = option[0] + rest[0], rest[1:] or None
            action = self._options[option]
        if rest is not None:
            if rest[:1] == "=" and option[1:2] not in self.prefix_chars:
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
            self._given.append(action)
            for group in self._exclusives:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self._given:
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

    def _usage_parts(self, shown):
        ordered = [action for action in self._actions if action.option_strings]
        ordered += [action for action in self._actions if not action.option_strings]
        around, grouped = {}, []
        for group in self._exclusives:
            members = group._group_actions
            if not members:
                raise ValueError("empty group %s" % group)
            start = ordered.index(members[0]) if members[0] in ordered else len(ordered)
            if ordered[start : start + len(members)] == members:
                visible = [action for action in members if action.help is not SUPPRESS]
                grouped += members
                if visible:
                    marks = ("(", ")") if group.required else ("[", "]")
                    marks = ("", "") if group.required and len(visible) == 1 else marks
                    for action in visible:
                        around[id(action)] = [" |", "", ""]
                    around[id(visible[0])][1] = marks[0]
                    around[id(visible[-1])][0] = ""
                    around[id(visible[-1])][2] = marks[1]
        options, positionals = [], []
        joined = False
        for action in ordered:
            if action.help is SUPPRESS:
                continue
            if not action.option_strings:
                text = shown._args(action)
                if action in grouped and text[:1] == "[" and text[-1:] == "]":
                    text = text[1:-1]
            else:
                text = action.format_usage() if action.nargs == 0 else "%s %s" % (action.option_strings[0], shown._args(action))
                if not action.required and action not in grouped:
                    text = "[%s]" % text
            bar, before, after = around.get(id(action), ("", "", ""))
            text = before + text + after + bar
            parts = options if action.option_strings else positionals
            if joined and parts:
                parts[-1] += " " + text
            else:
                parts.append(text)
            joined = bool(bar)
        return options, positionals

    def format_usage(self):
        if self.usage is not None:
            return "" if self.usage is SUPPRESS else "usage: %s\n" % (self.usage % {"prog": self.prog})
        shown = self._get_formatter()
        options, positionals = self._usage_parts(shown)
        text = " ".join([self.prog] + options + positionals)
        width = shown._width
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
        indent = " " * len("usage: ")
        found = lines(options + positionals, indent[:-1])
        if len(found) > 1:
            found = [line for parts in (options, positionals) if parts for line in lines(parts, indent[:-1])]
        return "\n".join(["usage: " + self.prog] + found) + "\n"

    def _help_of(self, action, shown):
        text = shown._get_help_string(action)
        values = {name: value for name, value in action.__dict__.items() if value is not SUPPRESS}
        values["prog"] = self.prog
        for name, value in values.items():
            values[name] = getattr(value, "__name__", value)
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
        return text % values

    def _paragraph(self, text, shown, indent=""):
        if "%(prog)" in text:
            text = text % {"prog": self.prog}
        return shown._fill_text(text, max(shown._width - len(indent), 11), indent) + "\n"

    def format_help(self):
        shown = self._get_formatter()
        parts = [self.format_usage()]
        if self.description:
            parts.append(self._paragraph(self.description, shown))
        sections = []
        longest = 0
        for group in self._groups:
            rows = []
            for action in group._group_actions:
                if action.help is SUPPRESS:
                    continue
                rows.append((shown._indent_increment, shown._format_action_invocation(action), action))
                if isinstance(action, _SubParsersAction):
                    rows.extend([(2 * shown._indent_increment, inner.metavar, inner) for inner in action.helps])
            for indent, text, _ in rows:
                longest = max(longest, indent + len(text))
            sections.append((group, rows))
        column = min(longest + 2, shown._max_help_position)
        for group, rows in sections:
            if not rows and not group.description:
                continue
            out = ["%s:\n" % group.title] if group.title and group.title is not SUPPRESS else []
            if group.description:
                out.append(self._paragraph(group.description, shown, " " * shown._indent_increment) + "\n" * bool(rows))
            for indent, text, action in rows:
                head = " " * indent + text
                help = self._help_of(action, shown).strip() if action.help or (
                    action.help is not None and shown._get_help_string(action)) else ""
                if not help:
                    out.append((head.ljust(column) if action.help else head) + "\n")
                    continue
                lines = shown._split_lines(help, max(shown._width - column, 11))
                if len(head) <= column - 2:
                    out.append("%s%s\n" % (head + " " * (column - len(head)), lines[0] if lines else ""))
                    lines = lines[1:]
                else:
                    out.append(head + "\n")
                out.extend(["%s%s\n" % (" " * column, line) for line in lines])
            parts.append("".join(out))
        if self.epilog:
            parts.append(self._paragraph(self.epilog, shown))
        text = "\n".join([part for part in parts if part]).strip("\n") + "\n"
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text

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
