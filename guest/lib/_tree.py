"""What ast has but literal_eval: nodes, and what walks them, prints them and makes them from text."""

PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT = 1024, 4096, 8192
_PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class AST:
    _fields = _attributes = __match_args__ = ()

    def __init__(self, *args, **kwargs):
        if len(args) > len(self._fields):
            raise TypeError("%s constructor takes at most %d positional argument%s" % (
                type(self).__name__, len(self._fields), "" if len(self._fields) == 1 else "s"))
        for name, value in zip(self._fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        return "<ast.%s object at 0x%x>" % (type(self).__name__, id(self))


# Of each kind its nodes with their fields; one with ? may be left out.
_KINDS = """
mod: Module(body,type_ignores) Interactive(body) Expression(body) FunctionType(argtypes,returns)
stmt@: FunctionDef(name,args,body,decorator_list,returns?,type_comment?) AsyncFunctionDef(name,args,body,decorator_list,returns?,type_comment?)
 ClassDef(name,bases,keywords,body,decorator_list) Return(value?) Delete(targets) Assign(targets,value,type_comment?) AugAssign(target,op,value)
 AnnAssign(target,annotation,value?,simple) For(target,iter,body,orelse,type_comment?) AsyncFor(target,iter,body,orelse,type_comment?)
 While(test,body,orelse) If(test,body,orelse) With(items,body,type_comment?) AsyncWith(items,body,type_comment?) Match(subject,cases)
 Raise(exc?,cause?) Try(body,handlers,orelse,finalbody) TryStar(body,handlers,orelse,finalbody) Assert(test,msg?) Import(names)
 ImportFrom(module?,names,level?) Global(names) Nonlocal(names) Expr(value) Pass() Break() Continue()
expr@: BoolOp(op,values) NamedExpr(target,value) BinOp(left,op,right) UnaryOp(op,operand) Lambda(args,body) IfExp(test,body,orelse)
 Dict(keys,values) Set(elts) ListComp(elt,generators) SetComp(elt,generators) DictComp(key,value,generators) GeneratorExp(elt,generators)
 Await(value) Yield(value?) YieldFrom(value) Compare(left,ops,comparators) Call(func,args,keywords) FormattedValue(value,conversion,format_spec?)
 JoinedStr(values) Constant(value,kind?) Attribute(value,attr,ctx) Subscript(value,slice,ctx) Starred(value,ctx) Name(id,ctx) List(elts,ctx)
 Tuple(elts,ctx) Slice(lower?,upper?,step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
AST: comprehension(target,iter,ifs,is_async) arguments(posonlyargs,args,vararg?,kwonlyargs,kw_defaults,kwarg?,defaults)
 withitem(context_expr,optional_vars?) match_case(pattern,guard?,body)
excepthandler@: ExceptHandler(type?,name?,body)
AST@: arg(arg,annotation?,type_comment?) keyword(arg?,value) alias(name,asname?)
pattern@: MatchValue(value) MatchSingleton(value) MatchSequence(patterns) MatchMapping(keys,patterns,rest?)
 MatchClass(cls,patterns,kwd_attrs,kwd_patterns) MatchStar(name?) MatchAs(pattern?,name?) MatchOr(patterns)
type_ignore: TypeIgnore(lineno,tag)
"""


def _make_kinds():
    made = {"AST": AST}
    for line in _KINDS.replace("\n ", " ").strip().split("\n"):
        kind, _, nodes = line.partition(": ")
        placed = kind[-1] == "@"
        kind = kind.rstrip("@")
        if kind not in made:
            made[kind] = type(kind, (AST,), {"__module__": "ast", "_attributes": _PLACE if placed else ()})
        for node in nodes.split(" "):
            name, _, names = node[:-1].partition("(")
            names = names.split(",") if names else []
            fields = tuple([field.rstrip("?") for field in names])
            members = {"__module__": "ast", "_fields": fields, "__match_args__": fields, "_attributes": _PLACE if placed else ()}
            for field in names:
                if field[-1] == "?":
                    members[field[:-1]] = None
            made[name] = type(name, (made[kind],), members)
    for name, cls in made.items():
        if "_attributes" in cls.__dict__ and cls._attributes:
            cls.end_lineno = cls.end_col_offset = None
    return made


globals().update(_make_kinds())


class _OldMeta(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, Constant) and isinstance(instance.value, cls._types) and not (
            cls._types[0] is int and isinstance(instance.value, bool))


# Names of before 3.8, for those who still ask.
Num = _OldMeta("Num", (AST,), {"_types": (int, float, complex), "__module__": "ast", "__new__": lambda cls, n, **kw: Constant(n, **kw)})
Str = _OldMeta("Str", (AST,), {"_types": (str,), "__module__": "ast", "__new__": lambda cls, s, **kw: Constant(s, **kw)})
Bytes = _OldMeta("Bytes", (AST,), {"_types": (bytes,), "__module__": "ast", "__new__": lambda cls, s, **kw: Constant(s, **kw)})
NameConstant = _OldMeta("NameConstant", (AST,), {"_types": (type(None), bool), "__module__": "ast", "__new__": lambda cls, value, **kw: Constant(value, **kw)})
Ellipsis = _OldMeta("Ellipsis", (AST,), {"_types": (type(...),), "__module__": "ast", "__new__": lambda cls, **kw: Constant(..., **kw)})
Index = type("Index", (AST,), {"__module__": "ast"})
ExtSlice = type("ExtSlice", (AST,), {"__module__": "ast"})
Constant.n = Constant.s = property(lambda self: self.value)


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    from _treeparser import Parser

    return Parser(source, filename).parse(mode)


def unparse(ast_obj):
    from _treetext import Writer

    return Writer().text(ast_obj)


# --- walks ---

def iter_fields(node):
    for field in node._fields:
        if hasattr(node, field):
            yield field, getattr(node, field)


def iter_child_nodes(node):
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    todo = [node]
    for node in todo:
        todo.extend(iter_child_nodes(node))
        yield node


class NodeVisitor:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for child in iter_child_nodes(node):
            self.visit(child)


class NodeTransformer(NodeVisitor):
    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                kept = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            kept.extend(item)
                            continue
                    kept.append(item)
                value[:] = kept
            elif isinstance(value, AST):
                made = self.visit(value)
                if made is None:
                    delattr(node, field)
                else:
                    setattr(node, field, made)
        return node


# --- places and text ---

def copy_location(new_node, old_node):
    for name in _PLACE:
        if name in old_node._attributes and name in new_node._attributes and hasattr(old_node, name):
            setattr(new_node, name, getattr(old_node, name))
    return new_node


def fix_missing_locations(node):
    def fix(node, place):
        if node._attributes:
            here = []
            for name, value in zip(_PLACE, place):
                if getattr(node, name, None) is None:
                    setattr(node, name, value)
                here.append(getattr(node, name))
            place = here
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, [1, 0, 1, 0])
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if getattr(child, "lineno", None) is not None:
            child.lineno += n
        if getattr(child, "end_lineno", None) is not None:
            child.end_lineno += n
    return node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % type(node).__name__)
    if not (node.body and isinstance(node.body[0], Expr) and isinstance(node.body[0].value, Constant) and isinstance(node.body[0].value.value, str)):
        return None
    text = node.body[0].value.value
    if clean:
        from inspect import cleandoc

        text = cleandoc(text)
    return text


def get_source_segment(source, node, *, padded=False):
    if getattr(node, "end_lineno", None) is None:
        return None
    lines = source.splitlines(True)[node.lineno - 1 : node.end_lineno]
    lines[-1] = lines[-1].encode()[: node.end_col_offset].decode()
    lines[0] = (" " * node.col_offset if padded and len(lines) > 1 else "") + lines[0].encode()[node.col_offset :].decode()
    return "".join(lines)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    if not isinstance(node, AST):
        raise TypeError("expected AST, got %r" % type(node).__name__)
    step = " " * indent if isinstance(indent, int) and not isinstance(indent, bool) else indent

    # The text, and whether it is of one word.
    def shown(node, level):
        inside = ",\n" + step * (level + 1) if step is not None else ", "
        start = inside[1:] if step is not None else ""
        if isinstance(node, AST):
            parts, simple, keywords = [], True, annotate_fields
            for name in node._fields:
                if not hasattr(node, name):
                    keywords = True
                    continue
                value = getattr(node, name)
                if value is None and getattr(type(node), name, ...) is None:
                    keywords = True
                    continue
                text, plain = shown(value, level + 1)
                simple = simple and plain
                parts.append("%s=%s" % (name, text) if keywords else text)
            if include_attributes:
                for name in node._attributes:
                    value = getattr(node, name, None)
                    if value is not None:
                        text, plain = shown(value, level + 1)
                        simple = simple and plain
                        parts.append("%s=%s" % (name, text))
            name = type(node).__name__
            if simple and len(parts) <= 3:
                return "%s(%s)" % (name, ", ".join(parts)), not parts
            return "%s(%s%s)" % (name, start, inside.join(parts)), False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return "[%s%s]" % (start, inside.join([shown(item, level + 1)[0] for item in node])), False
        return repr(node), True

    return shown(node, 0)[0]


# --- literals ---

def value_of(node):
    if isinstance(node, Expression):
        node = node.body
    if not isinstance(node, AST):
        raise ValueError("malformed node or string: %r" % (node,))
    return _value(node)


def _malformed(node):
    place = " on line %d" % node.lineno if getattr(node, "lineno", None) else ""
    raise ValueError("malformed node or string%s: %r" % (place, node))


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _malformed(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        return +_number(node.operand) if isinstance(node.op, UAdd) else -_number(node.operand)
    return _number(node)


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple([_value(item) for item in node.elts])
    if isinstance(node, List):
        return [_value(item) for item in node.elts]
    if isinstance(node, Set):
        return {_value(item) for item in node.elts}
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and not node.args and not node.keywords:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _malformed(node)
        return {_value(key): _value(item) for key, item in zip(node.keys, node.values)}
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


# What compile() asks for.
def source_of(node):
    return unparse(node) if isinstance(node, AST) else node
