"""ast.unparse(): a tree as text, with the parentheses that it needs."""

import _tree as t

# From weak to strong: what binds less than what is around it stands in parentheses.
_TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BITOR, _BITXOR, _BITAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM = range(17)
_BINARY = {"BitOr": ("|", _BITOR), "BitXor": ("^", _BITXOR), "BitAnd": ("&", _BITAND), "LShift": ("<<", _SHIFT), "RShift": (">>", _SHIFT),
           "Add": ("+", _ARITH), "Sub": ("-", _ARITH), "Mult": ("*", _TERM), "Div": ("/", _TERM), "FloorDiv": ("//", _TERM), "Mod": ("%", _TERM),
           "MatMult": ("@", _TERM), "Pow": ("**", _POWER)}
_COMPARISONS = {"Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in", "NotIn": "not in"}
_UNARY = {"Not": ("not ", _NOT), "USub": ("-", _FACTOR), "UAdd": ("+", _FACTOR), "Invert": ("~", _FACTOR)}


class Writer:
    def __init__(self):
        self.lines = []
        self.depth = 0

    def text(self, node):
        if isinstance(node, list):
            for item in node:
                self.statement(item)
        elif isinstance(node, (t.Module, t.Interactive)):
            self.body(node.body, docs=isinstance(node, t.Module))
        elif isinstance(node, t.Expression):
            return self.expr(node.body)
        elif isinstance(node, t.stmt):
            self.statement(node)
        elif isinstance(node, t.expr):
            return self.expr(node)
        elif isinstance(node, t.arguments):
            return self.parameters(node)
        elif isinstance(node, t.pattern):
            return self.pattern(node)
        else:
            name = "_" + type(node).__name__
            if not hasattr(self, name):
                return ""
            return getattr(self, name)(node)
        return "\n".join(self.lines).lstrip("\n")

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def body(self, body, docs=False):
        for i, node in enumerate(body):
            if docs and i == 0 and isinstance(node, t.Expr) and isinstance(node.value, t.Constant) and isinstance(node.value.value, str):
                self.doc(node.value.value)
            else:
                self.statement(node)

    def doc(self, text):
        shown = "".join([c if c in "\n\t" or c.isprintable() else repr(c)[1:-1] for c in text.replace("\\", "\\\\")])
        quote = '"""' if '"""' not in shown else "'''"
        if shown[-1:] == quote[0]:
            shown = shown[:-1] + "\\" + shown[-1]
        self.lines.append("    " * self.depth + quote + shown + quote)

    def inside(self, head, body, docs=False):
        self.line(head + ":")
        self.depth += 1
        self.body(body, docs)
        self.depth -= 1

    # --- statements ---

    def statement(self, node):
        getattr(self, "s_" + type(node).__name__)(node)

    def s_FunctionDef(self, node, word="def"):
        self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))
        returns = " -> " + self.expr(node.returns) if node.returns else ""
        self.inside("%s %s(%s)%s" % (word, node.name, self.parameters(node.args), returns), node.body, True)

    def s_AsyncFunctionDef(self, node):
        self.s_FunctionDef(node, "async def")

    def s_ClassDef(self, node):
        self.lines.append("")
        for decorator in node.decorator_list:
            self.line("@" + self.expr(decorator))
        given = [self.expr(base) for base in node.bases] + [self._keyword(keyword) for keyword in node.keywords]
        self.inside("class " + node.name + ("(%s)" % ", ".join(given) if given else ""), node.body, True)

    def s_Return(self, node):
        self.line("return " + self.expr(node.value) if node.value else "return")

    def s_Delete(self, node):
        self.line("del " + ", ".join([self.expr(target) for target in node.targets]))

    def s_Assign(self, node):
        self.line("".join([self.target(target) + " = " for target in node.targets]) + self.expr(node.value))

    def s_AugAssign(self, node):
        self.line("%s %s= %s" % (self.expr(node.target), _BINARY[type(node.op).__name__][0], self.expr(node.value)))

    def s_AnnAssign(self, node):
        target = self.expr(node.target)
        if not node.simple and isinstance(node.target, t.Name):
            target = "(" + target + ")"
        self.line(target + ": " + self.expr(node.annotation) + (" = " + self.expr(node.value) if node.value else ""))

    def s_For(self, node, word="for"):
        self.inside("%s %s in %s" % (word, self.target(node.target), self.expr(node.iter)), node.body)
        if node.orelse:
            self.inside("else", node.orelse)

    def s_AsyncFor(self, node):
        self.s_For(node, "async for")

    def s_While(self, node):
        self.inside("while " + self.expr(node.test), node.body)
        if node.orelse:
            self.inside("else", node.orelse)

    def s_If(self, node, word="if"):
        self.inside("%s %s" % (word, self.expr(node.test)), node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], t.If):
            self.s_If(node.orelse[0], "elif")
        elif node.orelse:
            self.inside("else", node.orelse)

    def s_With(self, node, word="with"):
        self.inside("%s %s" % (word, ", ".join([self._withitem(item) for item in node.items])), node.body)

    def s_AsyncWith(self, node):
        self.s_With(node, "async with")

    def _withitem(self, node):
        return self.expr(node.context_expr) + (" as " + self.expr(node.optional_vars) if node.optional_vars else "")

    def s_Match(self, node):
        self.line("match " + self.expr(node.subject) + ":")
        self.depth += 1
        for case in node.cases:
            self.inside("case " + self.pattern(case.pattern) + (" if " + self.expr(case.guard) if case.guard else ""), case.body)
        self.depth -= 1

    def s_Raise(self, node):
        self.line("raise" + (" " + self.expr(node.exc) if node.exc else "") + (" from " + self.expr(node.cause) if node.cause else ""))

    def s_Try(self, node, star=""):
        self.inside("try", node.body)
        for handler in node.handlers:
            head = "except" + star
            if handler.type:
                head += " " + self.expr(handler.type)
            self.inside(head + (" as " + handler.name if handler.name else ""), handler.body)
        if node.orelse:
            self.inside("else", node.orelse)
        if node.finalbody:
            self.inside("finally", node.finalbody)

    def s_TryStar(self, node):
        self.s_Try(node, "*")

    def s_Assert(self, node):
        self.line("assert " + self.expr(node.test) + (", " + self.expr(node.msg) if node.msg else ""))

    def _alias(self, node):
        return node.name + (" as " + node.asname if node.asname else "")

    def s_Import(self, node):
        self.line("import " + ", ".join([self._alias(name) for name in node.names]))

    def s_ImportFrom(self, node):
        self.line("from %s%s import %s" % ("." * (node.level or 0), node.module or "", ", ".join([self._alias(name) for name in node.names])))

    def s_Global(self, node):
        self.line("global " + ", ".join(node.names))

    def s_Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def s_Expr(self, node):
        self.line(self.expr(node.value, _YIELD))

    def s_Pass(self, node):
        self.line("pass")

    def s_Break(self, node):
        self.line("break")

    def s_Continue(self, node):
        self.line("continue")

    # --- parameters, patterns ---

    def _arg(self, node):
        return node.arg + (": " + self.expr(node.annotation) if node.annotation else "")

    def _keyword(self, node):
        return "%s=%s" % (node.arg, self.expr(node.value)) if node.arg else "**" + self.expr(node.value)

    def parameters(self, node):
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = []
        for i, (arg, default) in enumerate(zip(plain, defaults)):
            parts.append(self._arg(arg) + ("=" + self.expr(default) if default else ""))
            if i + 1 == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self._arg(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self._arg(arg) + ("=" + self.expr(default) if default else ""))
        if node.kwarg:
            parts.append("**" + self._arg(node.kwarg))
        return ", ".join(parts)

    def pattern(self, node, strong=False):
        if isinstance(node, t.MatchValue):
            return self.expr(node.value)
        if isinstance(node, t.MatchSingleton):
            return repr(node.value)
        if isinstance(node, t.MatchSequence):
            return "[%s]" % ", ".join([self.pattern(item) for item in node.patterns])
        if isinstance(node, t.MatchStar):
            return "*" + (node.name or "_")
        if isinstance(node, t.MatchMapping):
            parts = ["%s: %s" % (self.expr(key), self.pattern(item)) for key, item in zip(node.keys, node.patterns)]
            return "{%s}" % ", ".join(parts + (["**" + node.rest] if node.rest else []))
        if isinstance(node, t.MatchClass):
            parts = [self.pattern(item) for item in node.patterns]
            parts += ["%s=%s" % (name, self.pattern(item)) for name, item in zip(node.kwd_attrs, node.kwd_patterns)]
            return "%s(%s)" % (self.expr(node.cls), ", ".join(parts))
        if isinstance(node, t.MatchAs):
            if node.pattern is None:
                return node.name or "_"
            text = "%s as %s" % (self.pattern(node.pattern, True), node.name)
        else:
            text = " | ".join([self.pattern(item, True) for item in node.patterns])
        return "(" + text + ")" if strong else text

    # --- expressions: text with parentheses if it binds less than `least` ---

    def expr(self, node, least=_TEST):
        text, level = getattr(self, "e_" + type(node).__name__)(node)
        return "(" + text + ")" if level < least else text

    def target(self, node):
        if isinstance(node, t.Tuple) and node.elts:
            return self.many(node.elts) + ("," if len(node.elts) == 1 else "")
        return self.expr(node)

    def many(self, nodes):
        return ", ".join([self.expr(node, _TEST) for node in nodes])

    def e_Name(self, node):
        return node.id, _ATOM

    def e_Constant(self, node):
        value = node.value
        if value is ...:
            return "...", _ATOM
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", "1e309").replace("nan", "(1e309-1e309)"), _ATOM
        return ("u" if node.kind == "u" else "") + repr(value), _ATOM

    def e_Attribute(self, node):
        text = self.expr(node.value, _ATOM)
        number = isinstance(node.value, t.Constant) and isinstance(node.value.value, int)
        return text + (" ." if number else ".") + node.attr, _ATOM

    def e_Subscript(self, node):
        index = node.slice
        if isinstance(index, t.Tuple) and index.elts:
            inside = self.many(index.elts) + ("," if len(index.elts) == 1 else "")
        else:
            inside = self.expr(index)
        return "%s[%s]" % (self.expr(node.value, _ATOM), inside), _ATOM

    def e_Slice(self, node):
        text = (self.expr(node.lower) if node.lower else "") + ":" + (self.expr(node.upper) if node.upper else "")
        return text + (":" + self.expr(node.step) if node.step else ""), _ATOM

    def e_Call(self, node):
        given = [self.expr(arg, _TEST) for arg in node.args] + [self._keyword(keyword) for keyword in node.keywords]
        return "%s(%s)" % (self.expr(node.func, _ATOM), ", ".join(given)), _ATOM

    def e_Starred(self, node):
        return "*" + self.expr(node.value, _BITOR), _ATOM

    def e_List(self, node):
        return "[%s]" % self.many(node.elts), _ATOM

    def e_Tuple(self, node):
        text = self.many(node.elts)
        return "(%s,)" % text if len(node.elts) == 1 else "(%s)" % text, _ATOM

    def e_Set(self, node):
        return "{%s}" % self.many(node.elts) if node.elts else "{*()}", _ATOM

    def e_Dict(self, node):
        parts = []
        for key, value in zip(node.keys, node.values):
            parts.append("**" + self.expr(value, _BITOR) if key is None else self.expr(key, _TEST) + ": " + self.expr(value, _TEST))
        return "{%s}" % ", ".join(parts), _ATOM

    def loops(self, generators):
        text = ""
        for loop in generators:
            text += " %sfor %s in %s" % ("async " if loop.is_async else "", self.target(loop.target), self.expr(loop.iter, _OR))
            for test in loop.ifs:
                text += " if " + self.expr(test, _OR)
        return text

    def e_ListComp(self, node):
        return "[%s%s]" % (self.expr(node.elt, _TEST), self.loops(node.generators)), _ATOM

    def e_SetComp(self, node):
        return "{%s%s}" % (self.expr(node.elt, _TEST), self.loops(node.generators)), _ATOM

    def e_GeneratorExp(self, node):
        return "(%s%s)" % (self.expr(node.elt, _TEST), self.loops(node.generators)), _ATOM

    def e_DictComp(self, node):
        return "{%s: %s%s}" % (self.expr(node.key, _TEST), self.expr(node.value, _TEST), self.loops(node.generators)), _ATOM

    def e_BoolOp(self, node):
        word, level = (" and ", _AND) if isinstance(node.op, t.And) else (" or ", _OR)
        return word.join([self.expr(value, min(level + 1 + i, _ATOM)) for i, value in enumerate(node.values)]), level

    def e_NamedExpr(self, node):
        return "%s := %s" % (self.expr(node.target), self.expr(node.value, _ATOM)), _TUPLE - 1

    def e_BinOp(self, node):
        sign, level = _BINARY[type(node.op).__name__]
        left, right = (level + 1, level) if sign == "**" else (level, level + 1)
        return "%s %s %s" % (self.expr(node.left, left), sign, self.expr(node.right, right)), level

    def e_UnaryOp(self, node):
        sign, level = _UNARY[type(node.op).__name__]
        return sign + self.expr(node.operand, level), level

    def e_Lambda(self, node):
        args = self.parameters(node.args)
        return "lambda%s: %s" % (" " + args if args else "", self.expr(node.body, _TEST)), _TEST

    def e_IfExp(self, node):
        return "%s if %s else %s" % (self.expr(node.body, _OR), self.expr(node.test, _OR), self.expr(node.orelse, _TEST)), _TEST

    def e_Await(self, node):
        return "await " + self.expr(node.value, _ATOM), _AWAIT

    def e_Yield(self, node):
        return "yield " + self.expr(node.value) if node.value else "yield", _YIELD

    def e_YieldFrom(self, node):
        return "yield from " + self.expr(node.value), _YIELD

    def e_Compare(self, node):
        text = self.expr(node.left, _BITOR)
        for op, other in zip(node.ops, node.comparators):
            text += " %s %s" % (_COMPARISONS[type(op).__name__], self.expr(other, _BITOR))
        return text, _COMPARE

    def fstring(self, values):
        text = ""
        for value in values:
            if isinstance(value, t.Constant):
                text += value.value.replace("{", "{{").replace("}", "}}")
            elif isinstance(value, t.JoinedStr):
                text += self.fstring(value.values)
            else:
                inside = self.expr(value.value, _OR)
                text += "{" + (" " if inside[:1] == "{" else "") + inside
                if value.conversion >= 0:
                    text += "!" + chr(value.conversion)
                if value.format_spec:
                    text += ":" + self.fstring(value.format_spec.values)
                text += "}"
        return text

    def e_JoinedStr(self, node):
        text = self.fstring(node.values)
        for quote in ("'", '"', "'''", '"""'):
            if quote not in text and text[-1:] != quote[0]:
                break
        shown = text.replace("\\", "\\\\")
        return "f" + quote + "".join([c if c.isprintable() or c == "\n" and len(quote) == 3 else repr(c)[1:-1] for c in shown]) + quote, _ATOM

    def e_FormattedValue(self, node):
        return self.e_JoinedStr(t.JoinedStr(values=[node]))
