"""getopt: options of a command line, in the style of C."""


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        Exception.__init__(self, msg, opt)
        self.msg, self.opt = msg, opt

    def __str__(self):
        return self.msg


error = GetoptError


def _long(found, option, longopts, rest):
    name, equals, value = option.partition("=")
    names = [o for o in longopts if o.startswith(name)]
    if not names:
        raise GetoptError("option --%s not recognized" % name, name)
    exact = [o for o in names if o.rstrip("=") == name]
    if not exact and len(names) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    full = (exact or names)[0]
    if full.endswith("="):
        if not equals:
            if not rest:
                raise GetoptError("option --%s requires argument" % full[:-1], full[:-1])
            value, rest = rest[0], rest[1:]
    elif equals:
        raise GetoptError("option --%s must not have an argument" % full, full)
    found.append(("--" + full.rstrip("="), value))
    return rest


def _short(found, letters, shortopts, rest):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ":":
            raise GetoptError("option -%s not recognized" % letter, letter)
        value = ""
        if shortopts[at + 1 : at + 2] == ":":
            if not letters:
                if not rest:
                    raise GetoptError("option -%s requires argument" % letter, letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ""
        found.append(("-" + letter, value))
    return rest


def _scan(args, shortopts, longopts, mixed):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    if shortopts[:1] == "+":
        shortopts, mixed = shortopts[1:], False
    found, others = [], []
    while args:
        if args[0] == "--":
            others += args[1:]
            break
        if args[0][:2] == "--":
            args = _long(found, args[0][2:], longopts, args[1:])
        elif args[0][:1] == "-" and args[0] != "-":
            args = _short(found, args[0][1:], shortopts, args[1:])
        elif mixed:
            others.append(args[0])
            args = args[1:]
        else:
            others += args
            break
    return found, others


def getopt(args, shortopts, longopts=[]):
    return _scan(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    return _scan(args, shortopts, longopts, True)
