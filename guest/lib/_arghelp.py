"""How argparse lays out its help: the formatters, and what programs change of them."""

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "?", "*", "+", "...", "A..."


class HelpFormatter:
    """How help is laid out; what its subclasses change is asked here."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._indent_increment = indent_increment
        self._width = _columns() - 2 if width is None else width
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(" ".join(text.split()), width)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action):
        if action.metavar is not None:
            return action.metavar
        if action.choices is not None:
            return "{%s}" % ",".join([str(choice) for choice in action.choices])
        if action.option_strings:
            return self._get_default_metavar_for_optional(action)
        return self._get_default_metavar_for_positional(action)

    def _args(self, action):
        """The arguments as usage shows them."""
        name, nargs = self._metavar(action), action.nargs
        names = name if isinstance(name, tuple) else (name,) * max(2, nargs if isinstance(nargs, int) else 2)
        if isinstance(name, tuple) and nargs is not REMAINDER and len(names) not in (
                (1, 2) if nargs == ZERO_OR_MORE else (2,) if nargs == ONE_OR_MORE else
                (nargs,) if isinstance(nargs, int) else (1,)):
            raise ValueError("length of metavar tuple does not match nargs")
        if nargs is None:
            return names[0]
        if nargs == OPTIONAL:
            return "[%s]" % names[0]
        if nargs == ZERO_OR_MORE:
            return "[%s [%s ...]]" % names if isinstance(name, tuple) and len(names) == 2 else "[%s ...]" % names[0]
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % names[:2]
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % names[0]
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(names[:nargs])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            name = self._metavar(action)
            return name if isinstance(name, str) else " ".join(name)
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        return ", ".join(["%s %s" % (option, self._args(action)) for option in action.option_strings])


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and (
                action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


def _columns():
    from os import environ

    try:
        return int(environ["COLUMNS"])
    except (KeyError, ValueError):
        return 80
