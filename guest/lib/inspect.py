"""inspect: what can be told of objects, and their text where it can be read."""

import _os
import sys
import types
from collections import namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return hasattr(object, "__code__") and not ismethod(object) and not isclass(object)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType) and not hasattr(object, "__code__")


def ismethod(object):
    return isinstance(object, types.MethodType) and hasattr(getattr(object, "__func__", None), "__code__")


def isroutine(object):
    return isfunction(object) or isbuiltin(object) or isinstance(object, types.MethodType)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def _flagged(function, flag):
    while ismethod(function):
        function = function.__func__
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _flagged(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _flagged(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _flagged(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return hasattr(object, "asend")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def isawaitable(object):
    return isinstance(object, (types.GeneratorType, types.CoroutineType)) or hasattr(object, "__await__")


def isdatadescriptor(object):
    if isclass(object) or isroutine(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismethoddescriptor(object):
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__") and not (
        isclass(object) or isfunction(object) or ismethod(object) or isinstance(object, property))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def iscode(object):
    return hasattr(object, "co_argcount")


def isframe(object):
    return isinstance(object, types.FrameType)


def getmembers(object, predicate=None):
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, default=types):
    for place in [obj] + list(getattr(obj if isclass(obj) else type(obj), "__mro__", ())):
        own = getattr(place, "__dict__", {})
        if attr in own:
            return own[attr]
    if default is types:
        raise AttributeError(attr)
    return default


def getmembers_static(object, predicate=None):
    found = [(name, getattr_static(object, name, None)) for name in sorted(dir(object))]
    return [pair for pair in found if predicate is None or predicate(pair[1])]


def getmro(cls):
    return cls.__mro__


def getclasstree(classes, unique=False):
    children, roots = {}, []
    for one in classes:
        for parent in one.__bases__ or ():
            children.setdefault(parent, [])
            if one not in children[parent]:
                children[parent].append(one)
            if unique and parent in classes:
                break
        if not one.__bases__ and one not in roots:
            roots.append(one)
    return _walk([parent for parent in children if parent not in classes] + roots, children, None)


def _walk(classes, children, parent):
    found = []
    for one in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        found.append((one, one.__bases__))
        if one in children:
            found.append(_walk(children[one], children, one))
    return found


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = next((c.__doc__ for c in object.__mro__ if c is not type and c.__doc__), None)
    elif doc is None and ismethod(object):
        for base in type(object.__self__).__mro__:
            doc = getattr(getattr(base, object.__name__, None), "__doc__", None)
            if doc:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()] or [0])
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getmodule(object, _filename=None):
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
    return func


class EndOfBlock(Exception):
    pass


# The lines of the first definition in them: decorators, the head, and what is indented below.
def getblock(lines):
    from tokenize import COMMENT, DEDENT, INDENT, NEWLINE, NL, TokenError, generate_tokens

    depth, end, body = 0, 1, None
    begun = headed = decorated = single = False
    try:
        for kind, text, start, stop, line in generate_tokens(iter(lines).__next__):
            if not begun and depth == 0 and text in ("def", "class", "lambda"):
                begun, single = True, text == "lambda"
            elif not begun and text == "@" and kind not in (INDENT, DEDENT):
                decorated = True
            elif kind == NEWLINE:
                end = stop[0]
                if single or not begun and not decorated:
                    break
                decorated = decorated and not begun
                headed = begun
            elif kind == INDENT and begun:
                depth += 1
                body = body or len(text)
            elif kind == DEDENT and begun:
                depth -= 1
                if depth <= 0:
                    break
            elif kind == COMMENT:
                if body is not None and start[1] >= body:
                    end = start[0]
            elif headed and depth == 0 and kind != NL and start[0] > end:
                break
    except (TokenError, IndentationError, StopIteration):
        pass
    return lines[:end]


def findsource(object):
    import linecache

    path = getfile(object)
    lines = linecache.getlines(path)
    if not lines:
        raise OSError("could not get source code: %s can be read neither as the program that runs nor as a file that is granted" % path)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        at = -1
        for name in object.__qualname__.split("."):
            if name != "<locals>":
                heads = ["class " + name, "def " + name, "async def " + name]
                found = [n for n in range(at + 1, len(lines)) if any([_begins(lines[n].lstrip(), head) for head in heads])]
                if not found:
                    raise OSError("could not find class definition")
                at = found[0]
    else:
        object = object.__func__ if ismethod(object) else object
        object = object.tb_frame if istraceback(object) else object
        code = object.f_code if isframe(object) else object
        at = (code.co_firstlineno if hasattr(code, "co_firstlineno") else _os.line(object)) - 1
        if not 0 <= at < len(lines):
            raise OSError("could not find code object")
        # From the body to the head.
        name = getattr(object, "__name__", None) or getattr(code, "co_name", "")
        heads = ("def " + name, "async def " + name)
        start = at
        while start >= 0 and not (any([_begins(lines[start].lstrip(), head) for head in heads]) or name == "<lambda>" and "lambda" in lines[start]):
            start -= 1
        at = start if start >= 0 else at
    indent = len(lines[at]) - len(lines[at].lstrip())
    above = at - 1
    while above >= 0 and lines[above].strip() and (lines[above].startswith((" " * (indent + 1), " " * indent + ")", " " * indent + "@"))):
        if lines[above].startswith(" " * indent + "@"):
            at = above
        above -= 1
    return lines, at


def _begins(line, head):
    return line.startswith(head) and not (line[len(head):len(head) + 1].isalnum() or line[len(head):len(head) + 1] == "_")


def getsourcelines(object):
    object = unwrap(object)
    lines, at = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[at:]), at + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getsourcefile(object):
    import linecache

    path = getfile(object)
    return path if linecache.getlines(path) else None


# What is said right above it.
def getcomments(object):
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    start = at
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return "".join([line.lstrip() for line in lines[start:at]]) or None


def getfile(object):
    code = object.__func__ if ismethod(object) else object
    code = code.tb_frame if istraceback(code) else code
    code = code.f_code if isframe(code) else getattr(code, "__code__", code)
    if isfunction(object) or not isclass(object) and isinstance(getattr(code, "co_filename", None), str):
        return code.co_filename
    module = getmodule(object)
    if isclass(object) or ismodule(object):
        path = getattr(module, "__file__", None)
        if path:
            return path
        raise TypeError("%r is a built-in %s" % (object, "module" if ismodule(object) else "class"))
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s" % type(object).__name__)


getabsfile = getfile


def currentframe():
    return sys._getframe(1)


Traceback = namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = namedtuple("FrameInfo", ("frame",) + Traceback._fields)


# Without lines of source: their text is not kept.
def getframeinfo(frame, context=1):
    line = getlineno(frame)
    frame = frame.tb_frame if istraceback(frame) else frame
    if not isframe(frame):
        raise TypeError("%r is not a frame or traceback object" % (frame,))
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, None, None)


def getlineno(frame):
    return frame.tb_lineno if istraceback(frame) else frame.f_lineno


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1))


def trace(context=1):
    return getinnerframes(sys.exc_info()[2])


def getargvalues(frame):
    code = frame.f_code
    n, k, flags = code.co_argcount, code.co_kwonlyargcount, code.co_flags
    names = code.co_varnames
    rest = list(names[n + k:])
    varargs = rest.pop(0) if flags & 4 else None
    return ArgInfo(list(names[:n + k]), varargs, rest.pop(0) if flags & 8 else None, frame.f_locals)


ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


class _empty:
    pass


class _Kind(int):
    def __new__(cls, value, name, text):
        made = int.__new__(cls, value)
        made.name = name
        made.description = text
        return made

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))


_kinds = [_Kind(*about) for about in (
    (0, "POSITIONAL_ONLY", "positional-only"), (1, "POSITIONAL_OR_KEYWORD", "positional or keyword"),
    (2, "VAR_POSITIONAL", "variadic positional"), (3, "KEYWORD_ONLY", "keyword-only"),
    (4, "VAR_KEYWORD", "variadic keyword"))]


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, str) and not isinstance(annotation, _Text):
        return repr(annotation)
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias) or not isinstance(annotation, type):
        return str(annotation) if isinstance(annotation, _Text) else repr(annotation)
    if annotation.__module__ in ("builtins", base_module):
        return annotation.__qualname__
    return annotation.__module__ + "." + annotation.__qualname__


class _Text(str):
    """As it was written: what a host function's signature says."""

    def __repr__(self):
        return str(self)


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _kinds

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        kind = _kinds[kind]
        if default is not _empty and kind in (2, 4):
            raise ValueError("%s parameters cannot have default values" % kind.description)
        if not name.isidentifier():
            raise ValueError("%r is not a valid parameter name" % name)
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, *, name=None, kind=None, annotation=types, default=types):
        return Parameter(self.name if name is None else name, self.kind if kind is None else kind,
                         default=self.default if default is types else default,
                         annotation=self.annotation if annotation is types else annotation)

    def __str__(self):
        text = ("*" if self.kind == 2 else "**" if self.kind == 4 else "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = %r" if self.annotation is not _empty else "=%r") % (self.default,)
        return text

    def __repr__(self):
        return '<Parameter "%s">' % self

    def _key(self):
        return self.name, int(self.kind), self.default, self.annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        args = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= 3 or name not in self.arguments:
                break
            if parameter.kind == 2:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            by_name = by_name or parameter.kind >= 3 or name not in self.arguments
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == 4:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == 2:
                filled[name] = ()
            elif parameter.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __eq__(self, other):
        return isinstance(other, BoundArguments) and (self.signature, self.arguments) == (other.signature, other.arguments)

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % item for item in self.arguments.items()])


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        self.parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped, eval_str=eval_str)

    def replace(self, *, parameters=types, return_annotation=types):
        return Signature(self.parameters.values() if parameters is types else parameters,
                         return_annotation=self.return_annotation if return_annotation is types else return_annotation)

    def _bind(self, args, kwargs, partial):
        arguments, args, kwargs = {}, list(args), dict(kwargs)
        for name, p in self.parameters.items():
            if p.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif p.kind == 4:
                if kwargs:
                    arguments[name] = kwargs
                kwargs = {}
            elif args and p.kind < 2:
                if name in kwargs and p.kind == 1:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = args.pop(0)
            elif name in kwargs and p.kind != 0:
                arguments[name] = kwargs.pop(name)
            elif p.default is _empty and not partial and not (args and p.kind == 3):
                raise TypeError("missing a required argument: %r" % name)
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
        return BoundArguments(self, arguments)

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self.parameters.values()) == list(other.parameters.values()) and (
            self.return_annotation == other.return_annotation)

    def __hash__(self):
        return hash(tuple(self.parameters))

    def __str__(self):
        shown, star, slash = [], False, False
        for p in self.parameters.values():
            if slash and p.kind != 0:
                shown.append("/")
            slash = p.kind == 0
            if p.kind == 2:
                star = True
            elif p.kind == 3 and not star:
                shown.append("*")
                star = True
            shown.append(str(p))
        if slash:
            shown.append("/")
        text = "(%s)" % ", ".join(shown)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self


def _of_function(function):
    code = function.__code__
    names = list(code.co_varnames)
    count, flags = code.co_argcount, code.co_flags
    keywords = names[count : count + code.co_kwonlyargcount]
    names = names[:count]
    notes = function.__annotations__ or {}
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    made = []
    for i, name in enumerate(names):
        at = i - (count - len(defaults))
        made.append(Parameter(name, 0 if i < code.co_posonlyargcount else 1, default=defaults[at] if at >= 0 else _empty,
                              annotation=notes.get(name, _empty)))
    rest = [name for name in notes if name not in names and name not in keywords and name != "return"]
    extra = list(code.co_varnames[count + len(keywords):])
    if flags & CO_VARARGS:
        name = extra.pop(0) if extra else "args"
        made.append(Parameter(name, 2, annotation=notes.get(name, _empty)))
    for name in keywords:
        made.append(Parameter(name, 3, default=kwdefaults.get(name, _empty), annotation=notes.get(name, _empty)))
    if flags & CO_VARKEYWORDS:
        name = extra.pop(0) if extra else "kwargs" if "kwargs" in rest or len(rest) != 1 or flags & CO_VARARGS else rest[0]
        made.append(Parameter(name, 4, annotation=notes.get(name, _empty)))
    return Signature(made, return_annotation=notes.get("return", _empty))


def _of_text(text):
    """A host function's: "(a: int, b=1) -> str"."""
    inside, _, result = text.strip().partition(") -> ")
    inside = inside.strip().rstrip(")").lstrip("(")
    parts, depth, start = [], 0, 0
    for i, c in enumerate(inside + ","):
        depth += (c in "([{") - (c in ")]}")
        if c == "," and not depth:
            parts.append(inside[start:i].strip())
            start = i + 1
    made, kind = [], 1
    for part in parts:
        if part == "*":
            kind = 3
        elif part == "/":
            made = [p.replace(kind=0) for p in made]
        elif part:
            name, _, default = part.partition("=")
            name, _, note = name.partition(":")
            stars = len(name) - len(name.lstrip("*"))
            made.append(Parameter(name.strip("* "), (kind, 2, 4)[stars], default=_Text(default.strip()) if default else _empty,
                                  annotation=_Text(note.strip()) if note else _empty))
            if stars == 1:
                kind = 3
    return Signature(made, return_annotation=_Text(result.strip()) if result else _empty)


def _less_first(found):
    rest = list(found.parameters.values())
    if rest and rest[0].kind < 2:
        rest = rest[1:]
    return found.replace(parameters=rest)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if isinstance(getattr(obj, "__text_signature__", None), str):
        return _of_text(obj.__text_signature__)
    if isinstance(obj, types.MethodType) and hasattr(obj, "__func__"):
        return _less_first(signature(obj.__func__, follow_wrapped=follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__"))
    given = getattr(obj, "__signature__", None)
    if isinstance(given, Signature):
        return given
    if isinstance(obj, (staticmethod, classmethod)):
        return signature(obj.__func__)
    if hasattr(obj, "func") and hasattr(obj, "keywords"):
        return _of_partial(obj)
    if isfunction(obj):
        return _of_function(obj)
    if isclass(obj):
        for name in ("__call__",):
            own = type(obj).__dict__.get(name) if type(obj) is not type else None
            if own is not None and isfunction(own):
                return _less_first(_of_function(own))
        for base in obj.__mro__:
            for name in ("__new__", "__init__"):
                maker = base.__dict__.get(name) if base.__module__ != "builtins" else None
                maker = getattr(maker, "__func__", maker)
                if maker is not None and isfunction(unwrap(maker)):
                    return _less_first(signature(maker))
        if obj.__module__ == "builtins" or any([base.__module__ == "builtins" and base is not object for base in obj.__mro__]):
            raise ValueError("no signature found for builtin type %r" % obj)
        return Signature()
    maker = getattr(type(obj), "__call__", None)
    if maker is not None and isfunction(maker):
        return _less_first(_of_function(maker))
    raise ValueError("no signature found for builtin %r" % (obj,))


def _of_partial(obj):
    found = signature(obj.func)
    bound = found.bind_partial(*obj.args, **(obj.keywords or {})).arguments
    made, by_name = [], False
    for name, p in found.parameters.items():
        if name in (obj.keywords or {}) and p.kind != 4:
            made.append(p.replace(kind=3, default=bound[name]))
            by_name = True
        elif p.kind == 2 or p.kind == 4 or name not in bound:
            made.append(p.replace(kind=3) if by_name and p.kind == 1 else p)
    return found.replace(parameters=made)


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __getattr__(self, name):
        if name not in self._fields:
            raise AttributeError(name)
        return self[self._fields.index(name)]

    def __repr__(self):
        return "FullArgSpec(%s)" % ", ".join(["%s=%r" % pair for pair in zip(self._fields, self)])


def getfullargspec(func):
    found = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
    args, keywords, kwdefaults, defaults, notes = [], [], {}, [], {}
    if found.return_annotation is not _empty:
        notes["return"] = found.return_annotation
    stars = {2: None, 4: None}
    for name, p in found.parameters.items():
        if p.kind < 2:
            args.append(name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == 3:
            keywords.append(name)
            if p.default is not _empty:
                kwdefaults[name] = p.default
        else:
            stars[int(p.kind)] = name
        if p.annotation is not _empty:
            notes[name] = p.annotation
    return FullArgSpec((args, stars[2], stars[4], tuple(defaults) or None, keywords, kwdefaults or None, notes))


def getcallargs(func, *positional, **named):
    if ismethod(func):
        positional, func = (func.__self__,) + positional, func.__func__
    try:
        bound = signature(func).bind(*positional, **named)
    except TypeError:
        func(*positional, **named)
        raise
    bound.apply_defaults()
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    own = obj.__dict__.get("__annotations__") if isclass(obj) else getattr(obj, "__annotations__", None)
    notes = dict(own or {})
    if eval_str:
        names = globals or getattr(obj, "__globals__", None) or getattr(getmodule(obj), "__dict__", {})
        notes = {name: eval(note, names, locals) if isinstance(note, str) else note for name, note in notes.items()}
    return notes


def getgeneratorstate(generator):
    if getattr(generator, "gi_running", False):
        return GEN_RUNNING
    frame = getattr(generator, "gi_frame", None)
    if frame is None:
        return GEN_CLOSED
    return GEN_CREATED if frame.f_lasti == -1 else GEN_SUSPENDED
