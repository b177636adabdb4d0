"""The parser of ast.parse(): by recursive descent, over words with their places.

It knows the grammar, not the rules beyond it: what compile() would refuse further, `return`
outside of a function for example, it takes, as CPython's does.
"""

import _tree as t

_OPERATORS = ("**=", "//=", ">>=", "<<=", "...", "!=", "->", ":=", "==", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
              "**", "//", "<<", ">>", "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "(", ")", "[", "]", "{", "}", ",", ":",
              ".", ";", "=")
_KEYWORDS = frozenset("False None True and as assert async await break class continue def del elif else except finally for from global if "
                      "import in is lambda nonlocal not or pass raise return try while with yield".split())
_BINARY = {"|": (1, t.BitOr), "^": (2, t.BitXor), "&": (3, t.BitAnd), "<<": (4, t.LShift), ">>": (4, t.RShift), "+": (5, t.Add), "-": (5, t.Sub),
           "*": (6, t.Mult), "/": (6, t.Div), "//": (6, t.FloorDiv), "%": (6, t.Mod), "@": (6, t.MatMult)}
_COMPARE = {"==": t.Eq, "!=": t.NotEq, "<": t.Lt, "<=": t.LtE, ">": t.Gt, ">=": t.GtE, "in": t.In, "is": t.Is}
_AUGMENTED = {"+=": t.Add, "-=": t.Sub, "*=": t.Mult, "/=": t.Div, "//=": t.FloorDiv, "%=": t.Mod, "@=": t.MatMult, "&=": t.BitAnd, "|=": t.BitOr,
              "^=": t.BitXor, "<<=": t.LShift, ">>=": t.RShift, "**=": t.Pow}
_UNARY = {"-": t.USub, "+": t.UAdd, "~": t.Invert}
_PREFIXES = frozenset("r u b f br rb fr rf".split())


def _is_name(c):
    return c == "_" or c.isalpha() or c > "\x7f" and ("a" + c).isidentifier()


# Words as (kind, text, line, column, end line, end column); kinds: name, number, string,
# op, newline, indent, dedent, end.
class _Words:
    def __init__(self, text, filename):
        self.text = text
        self.filename = filename
        self.line = 1
        self.start = 0
        self.words = []

    def fail(self, message, at):
        end = self.text.find("\n", self.start)
        line = self.text[self.start : end if end >= 0 else len(self.text)]
        raise SyntaxError(message, (self.filename, self.line, at - self.start + 1, line + "\n"))

    def add(self, kind, at, end, line=None, start=None):
        line = self.line if line is None else line
        start = self.start if start is None else start
        text = self.text
        self.words.append((kind, text[at:end], line, self.column(start, at), self.line, self.column(self.start, end)))

    # In bytes, as CPython counts.
    def column(self, start, at):
        text = self.text[start:at]
        return at - start if text.isascii() else len(text.encode())

    def all(self):
        text = self.text
        size = len(text)
        at = depth = 0
        indents = [0]
        fresh = True
        while at < size:
            c = text[at]
            if fresh and depth == 0:
                width = 0
                while at < size and text[at] in " \t\f":
                    width = (width // 8 + 1) * 8 if text[at] == "\t" else 0 if text[at] == "\f" else width + 1
                    at += 1
                c = text[at : at + 1]
                if not c or c in "#\r\n":
                    at = self.line_end(at)
                    continue
                if width > indents[-1]:
                    indents.append(width)
                    self.add("indent", at, at)
                while width < indents[-1]:
                    indents.pop()
                    self.add("dedent", at, at)
                    if width > indents[-1]:
                        raise IndentationError("unindent does not match any outer indentation level", (self.filename, self.line, at - self.start + 1, ""))
                fresh = False
            if c in " \t\f":
                at += 1
            elif c in "\r\n#":
                if depth == 0:
                    self.add("newline", at, at)
                    fresh = True
                at = self.line_end(at)
            elif c == "\\" and text[at + 1 : at + 3].lstrip("\r")[:1] == "\n":
                at = self.line_end(at + 1)
            elif _is_name(c):
                end = at + 1
                while end < size and (text[end].isalnum() or _is_name(text[end])):
                    end += 1
                if text[end : end + 1] in ("'", '"') and text[at:end].lower() in _PREFIXES:
                    at = self.string(at, end)
                else:
                    self.add("name", at, end)
                    at = end
            elif c.isdigit() or c == "." and text[at + 1 : at + 2].isdigit():
                at = self.number(at)
            elif c in "'\"":
                at = self.string(at, at)
            else:
                for op in _OPERATORS:
                    if text.startswith(op, at):
                        break
                else:
                    self.fail("invalid syntax" if c in "!$?`" else "invalid character '%s' (U+%04X)" % (c, ord(c)), at)
                depth += (op in ("(", "[", "{")) - (op in (")", "]", "}"))
                if depth < 0:
                    self.fail("unmatched '%s'" % op, at)
                self.add("op", at, at + len(op))
                at += len(op)
        if depth:
            self.fail("unexpected EOF while parsing", at)
        if not fresh:
            self.add("newline", at, at)
        for _ in indents[1:]:
            self.add("dedent", at, at)
        self.add("end", at, at)
        return self.words

    def line_end(self, at):
        end = self.text.find("\n", at)
        at = len(self.text) if end < 0 else end + 1
        self.line += 1
        self.start = at
        return at

    def number(self, at):
        text = self.text
        end = at
        other = text[at : at + 2].lower() in ("0x", "0o", "0b")
        while end < len(text) and (text[end].isalnum() or text[end] in "._" or text[end] in "+-" and text[end - 1] in "eE" and not other):
            if not other and text[end].isalpha() and text[end] not in "eEjJ" or text[end : end + 2] in ("el", "or", "if") and not other:
                break
            end += 1
        self.add("number", at, end)
        return end

    def string(self, at, quote_at):
        text = self.text
        line, start = self.line, self.start
        quote = text[quote_at]
        if text.startswith(quote * 3, quote_at):
            quote *= 3
        end = quote_at + len(quote)
        while not text.startswith(quote, end):
            if end >= len(text) or len(quote) == 1 and text[end] == "\n":
                self.fail("unterminated %sstring literal (detected at line %d)" % ("triple-quoted " if len(quote) > 1 else "", self.line), at)
            if text[end] == "\\":
                end += 1
            if text[end : end + 1] == "\n":
                self.line += 1
                self.start = end + 1
            end += 1
        end += len(quote)
        self.add("string", at, end, line, start)
        return end


class Parser:
    def __init__(self, source, filename):
        if isinstance(source, (bytes, bytearray)):
            source = bytes(source).decode("utf-8-sig")
        elif isinstance(source, t.AST):
            raise TypeError("compile() arg 1 must be a string or bytes")
        elif not isinstance(source, str):
            raise TypeError("compile() arg 1 must be a string, bytes or AST object")
        if "\0" in source:
            raise ValueError("source code string cannot contain null bytes")
        self.source = source
        self.filename = filename
        self.words = _Words(source, filename).all()
        self.at = 0

    def parse(self, mode):
        try:
            if mode == "exec":
                body = []
                while self.kind() != "end":
                    self.statement(body)
                return t.Module(body=body, type_ignores=[])
            if mode == "eval":
                made = t.Expression(body=self.star_expressions())
                while self.kind() == "newline":
                    self.at += 1
                if self.kind() != "end":
                    self.fail()
                return made
            if mode == "single":
                body = []
                self.statement(body)
                return t.Interactive(body=body)
        except SyntaxError as error:
            # The compiler says it better, if it sees it too.
            compile(self.source, self.filename, "eval" if mode == "eval" else "exec")
            raise error
        raise ValueError("compile() mode must be 'exec', 'eval', 'single' or 'func_type'")

    # --- words ---

    def kind(self):
        return self.words[self.at][0]

    def text(self):
        kind, text = self.words[self.at][:2]
        return text if kind in ("name", "op") else None

    def is_(self, *texts):
        return self.text() in texts

    def take(self, text):
        if self.text() == text:
            self.at += 1
            return True
        return False

    def need(self, text):
        if not self.take(text):
            self.fail("expected '%s'" % text if text in (":", "(") else "invalid syntax")

    def need_kind(self, kind):
        if self.kind() != kind:
            self.fail("expected an indented block" if kind == "indent" else "invalid syntax")
        self.at += 1

    def name(self):
        kind, text = self.words[self.at][:2]
        if kind != "name" or text in _KEYWORDS:
            self.fail()
        self.at += 1
        return text

    def fail(self, message="invalid syntax"):
        word = self.words[self.at]
        lines = self.source.split("\n")
        line = lines[word[2] - 1] if word[2] <= len(lines) else ""
        raise SyntaxError(message, (self.filename, word[2], word[3] + 1, line + "\n"))

    def here(self):
        return self.words[self.at][2:4]

    # Gives a node the place from `start` to the last word taken.
    def put(self, node, start):
        node.lineno, node.col_offset = start
        node.end_lineno, node.end_col_offset = self.words[self.at - 1][4:6]
        return node

    # --- statements ---

    def statement(self, body):
        text = self.text()
        start = self.here()
        method = getattr(self, "_" + text, None) if self.kind() == "name" and text in _COMPOUND else None
        if method is not None:
            body.append(method(start))
        elif text == "@":
            body.append(self.decorated())
        elif text == "match" and self.is_match():
            body.append(self.match(start))
        else:
            self.simple_line(body)

    def simple_line(self, body):
        while True:
            body.append(self.simple())
            if not self.take(";"):
                break
            if self.kind() == "newline":
                break
        if self.kind() == "end":
            return
        self.need_kind("newline")

    def block(self):
        self.need(":")
        body = []
        if self.kind() != "newline":
            self.simple_line(body)
            return body
        self.at += 1
        self.need_kind("indent")
        while self.kind() != "dedent":
            self.statement(body)
        self.at += 1
        return body

    # The place of a compound statement ends with its last one.
    def whole(self, node, start, *bodies):
        last = [body for body in bodies if body][-1][-1]
        node.lineno, node.col_offset = start
        node.end_lineno, node.end_col_offset = last.end_lineno, last.end_col_offset
        return node

    def _if(self, start):
        self.at += 1
        test = self.named()
        body = self.block()
        orelse = []
        if self.is_("elif"):
            orelse = [self._if(self.here())]
        elif self.take("else"):
            orelse = self.block()
        return self.whole(t.If(test=test, body=body, orelse=orelse), start, body, orelse)

    def otherwise(self):
        return self.block() if self.take("else") else []

    def _while(self, start):
        self.at += 1
        test = self.named()
        body = self.block()
        orelse = self.otherwise()
        return self.whole(t.While(test=test, body=body, orelse=orelse), start, body, orelse)

    def _for(self, start, kind=t.For):
        self.at += 1
        target = self.stored(self.targets())
        self.need("in")
        iterable = self.star_expressions()
        body = self.block()
        orelse = self.otherwise()
        return self.whole(kind(target=target, iter=iterable, body=body, orelse=orelse), start, body, orelse)

    def _try(self, start):
        self.at += 1
        body = self.block()
        handlers, orelse, final = [], [], []
        kind = t.Try
        while self.is_("except"):
            at = self.here()
            self.at += 1
            if self.take("*"):
                kind = t.TryStar
            caught = name = None
            if not self.is_(":"):
                caught = self.expression()
                if self.is_(","):
                    self.fail("multiple exception types must be parenthesized")
                if self.take("as"):
                    name = self.name()
            inside = self.block()
            handlers.append(self.whole(t.ExceptHandler(type=caught, name=name, body=inside), at, inside))
        if handlers:
            orelse = self.otherwise()
        if self.take("finally"):
            final = self.block()
        if not handlers and not final:
            self.fail("expected 'except' or 'finally' block")
        return self.whole(kind(body=body, handlers=handlers, orelse=orelse, finalbody=final), start, body, handlers, orelse, final)

    def with_item(self):
        value = self.expression()
        target = self.stored(self.star_target()) if self.take("as") else None
        return t.withitem(context_expr=value, optional_vars=target)

    def _with(self, start, kind=t.With):
        self.at += 1
        at = self.at
        items = None
        if self.take("("):
            # All items in parentheses, if a colon follows; else they are an expression's.
            try:
                items = [self.with_item()]
                while self.take(",") and not self.is_(")"):
                    items.append(self.with_item())
                self.need(")")
                if not self.is_(":"):
                    items = None
            except SyntaxError:
                items = None
        if items is None:
            self.at = at
            items = [self.with_item()]
            while self.take(","):
                items.append(self.with_item())
        body = self.block()
        return self.whole(kind(items=items, body=body), start, body)

    def _async(self, start):
        self.at += 1
        if self.is_("def"):
            return self._def(start, kind=t.AsyncFunctionDef)
        if self.is_("for"):
            return self._for(start, t.AsyncFor)
        if self.is_("with"):
            return self._with(start, t.AsyncWith)
        self.fail()

    def _def(self, start, decorators=(), kind=t.FunctionDef):
        self.at += 1
        name = self.name()
        self.need("(")
        args = self.parameters(")", True)
        self.need(")")
        returns = self.expression() if self.take("->") else None
        body = self.block()
        return self.whole(kind(name=name, args=args, body=body, decorator_list=list(decorators), returns=returns), start, body)

    def _class(self, start, decorators=()):
        self.at += 1
        name = self.name()
        bases, keywords = self.arguments() if self.take("(") else ([], [])
        body = self.block()
        return self.whole(t.ClassDef(name=name, bases=bases, keywords=keywords, body=body, decorator_list=list(decorators)), start, body)

    def decorated(self):
        decorators = []
        while self.take("@"):
            decorators.append(self.named())
            self.need_kind("newline")
        start = self.here()
        if self.is_("class"):
            return self._class(start, decorators)
        if self.take("async"):
            return self._def(start, decorators, t.AsyncFunctionDef)
        if not self.is_("def"):
            self.fail()
        return self._def(start, decorators)

    def parameters(self, end, annotated):
        made = t.arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[])

        def one(starred=False):
            start = self.here()
            arg = t.arg(arg=self.name())
            if annotated and self.take(":"):
                arg.annotation = self.starred() if starred else self.expression()
            return self.put(arg, start)

        keyword_only = False
        while not self.is_(end):
            if self.take("/"):
                made.posonlyargs, made.args = made.args, []
            elif self.take("**"):
                made.kwarg = one()
            elif self.take("*"):
                keyword_only = True
                if not self.is_(","):
                    made.vararg = one(True)
            else:
                arg = one()
                value = self.expression() if self.take("=") else None
                if keyword_only:
                    made.kwonlyargs.append(arg)
                    made.kw_defaults.append(value)
                else:
                    made.args.append(arg)
                    if value is not None:
                        made.defaults.append(value)
                    elif made.defaults:
                        self.fail("non-default argument follows default argument")
            if not self.take(","):
                break
        return made

    def simple(self):
        start = self.here()
        text = self.text()
        if self.kind() == "name" and text in _SIMPLE:
            self.at += 1
            return self.put(getattr(self, "_" + text)(), start)
        first = self.star_expressions()
        if self.take(":"):
            simple = isinstance(first, t.Name) and self.words[self.at - 2][1] != ")"
            note = self.expression()
            value = self.yield_or_expressions() if self.take("=") else None
            return self.put(t.AnnAssign(target=self.stored(first), annotation=note, value=value, simple=int(simple)), start)
        if self.text() in _AUGMENTED:
            op = _AUGMENTED[self.text()]()
            self.at += 1
            if not isinstance(first, (t.Name, t.Attribute, t.Subscript)):
                self.fail("'%s' is an illegal expression for augmented assignment" % type(first).__name__.lower())
            return self.put(t.AugAssign(target=self.stored(first), op=op, value=self.yield_or_expressions()), start)
        if self.is_("="):
            targets = []
            value = first
            while self.take("="):
                targets.append(self.stored(value))
                value = self.yield_or_expressions()
            return self.put(t.Assign(targets=targets, value=value), start)
        return self.put(t.Expr(value=first), start)

    def yield_or_expressions(self):
        return self.star_expressions()

    def ended(self):
        return self.kind() in ("newline", "end") or self.is_(";")

    def _pass(self):
        return t.Pass()

    def _break(self):
        return t.Break()

    def _continue(self):
        return t.Continue()

    def _return(self):
        return t.Return(value=None if self.ended() else self.star_expressions())

    def _raise(self):
        exc = cause = None
        if not self.ended():
            exc = self.expression()
            if self.take("from"):
                cause = self.expression()
        return t.Raise(exc=exc, cause=cause)

    def _assert(self):
        test = self.expression()
        return t.Assert(test=test, msg=self.expression() if self.take(",") else None)

    def _del(self):
        start = self.here()
        made = self.with_context(self.star_expressions(), t.Del)
        whole = isinstance(made, t.Tuple) and (made.lineno, made.col_offset) == start and self.words[self.at - 1][1] != ")"
        return t.Delete(targets=made.elts if whole else [made])

    def names(self):
        names = [self.name()]
        while self.take(","):
            names.append(self.name())
        return names

    def _global(self):
        return t.Global(names=self.names())

    def _nonlocal(self):
        return t.Nonlocal(names=self.names())

    def dotted(self):
        name = self.name()
        while self.take("."):
            name += "." + self.name()
        return name

    def alias(self, dotted):
        start = self.here()
        made = t.alias(name=self.dotted() if dotted else self.name(), asname=None)
        if self.take("as"):
            made.asname = self.name()
        return self.put(made, start)

    def _import(self):
        names = [self.alias(True)]
        while self.take(","):
            names.append(self.alias(True))
        return t.Import(names=names)

    def _from(self):
        level = 0
        while self.is_(".", "..."):
            level += len(self.text())
            self.at += 1
        module = None if self.is_("import") else self.dotted()
        self.need("import")
        start = self.here()
        if self.take("*"):
            return t.ImportFrom(module=module, names=[self.put(t.alias(name="*"), start)], level=level)
        inside = self.take("(")
        names = [self.alias(False)]
        while self.take(","):
            if inside and self.is_(")"):
                break
            names.append(self.alias(False))
        if inside:
            self.need(")")
        return t.ImportFrom(module=module, names=names, level=level)

    # --- match ---

    # A soft keyword: it is one if a line follows that ends with a colon, and a block with `case`.
    def is_match(self):
        i, depth = self.at + 1, 0
        kind, text = self.words[i][:2]
        if kind in ("newline", "end") or kind == "op" and text in (".", ",", "=", ":", ")", ";") or text in _AUGMENTED:
            return False
        while self.words[i][0] not in ("newline", "end"):
            i += 1
        return self.words[i - 1][1] == ":" and self.words[i + 1][0] == "indent" and self.words[i + 2][1] == "case"

    def match(self, start):
        self.at += 1
        subject = self.star_expressions()
        self.need(":")
        self.need_kind("newline")
        self.need_kind("indent")
        cases = []
        while self.kind() != "dedent":
            if not self.take("case"):
                self.fail()
            pattern = self.patterns()
            guard = self.named() if self.take("if") else None
            cases.append(t.match_case(pattern=pattern, guard=guard, body=self.block()))
        self.at += 1
        return self.whole(t.Match(subject=subject, cases=cases), start, cases[-1].body)

    def patterns(self):
        start = self.here()
        first = self.star_pattern()
        if not self.is_(",") and not isinstance(first, t.MatchStar):
            return first
        found = [first]
        while self.take(","):
            if self.is_(":", "if"):
                break
            found.append(self.star_pattern())
        return self.put(t.MatchSequence(patterns=found), start)

    def star_pattern(self):
        start = self.here()
        if not self.take("*"):
            return self.pattern()
        name = self.name()
        return self.put(t.MatchStar(name=None if name == "_" else name), start)

    def pattern(self):
        start = self.here()
        made = self.closed_pattern()
        if self.is_("|"):
            found = [made]
            while self.take("|"):
                found.append(self.closed_pattern())
            made = self.put(t.MatchOr(patterns=found), start)
        if self.take("as"):
            made = self.put(t.MatchAs(pattern=made, name=self.name()), start)
        return made

    def closed_pattern(self):
        start = self.here()
        kind = self.kind()
        text = self.text()
        if text in ("None", "True", "False"):
            self.at += 1
            return self.put(t.MatchSingleton(value={"None": None, "True": True, "False": False}[text]), start)
        if kind in ("number", "string") or text == "-":
            return self.put(t.MatchValue(value=self.binary(5)), start)
        if self.take("[") or text == "(":
            end = "]" if text == "[" else ")"
            self.at += text == "("
            found, comma = [], False
            while not self.is_(end):
                found.append(self.star_pattern())
                comma = self.take(",")
                if not comma:
                    break
            self.need(end)
            if end == ")" and len(found) == 1 and not comma and not isinstance(found[0], t.MatchStar):
                return found[0]
            return self.put(t.MatchSequence(patterns=found), start)
        if self.take("{"):
            keys, found, rest = [], [], None
            while not self.is_("}"):
                if self.take("**"):
                    rest = self.name()
                else:
                    keys.append(self.binary(5))
                    self.need(":")
                    found.append(self.pattern())
                if not self.take(","):
                    break
            self.need("}")
            return self.put(t.MatchMapping(keys=keys, patterns=found, rest=rest), start)
        name = self.name()
        if not self.is_(".", "("):
            return self.put(t.MatchAs(name=None if name == "_" else name), start)
        value = self.put(t.Name(id=name, ctx=t.Load()), start)
        while self.take("."):
            value = self.put(t.Attribute(value=value, attr=self.name(), ctx=t.Load()), start)
        if not self.take("("):
            return self.put(t.MatchValue(value=value), start)
        found, names, by_name = [], [], []
        while not self.is_(")"):
            if self.kind() == "name" and self.words[self.at + 1][1] == "=":
                names.append(self.name())
                self.at += 1
                by_name.append(self.pattern())
            else:
                found.append(self.pattern())
            if not self.take(","):
                break
        self.need(")")
        return self.put(t.MatchClass(cls=value, patterns=found, kwd_attrs=names, kwd_patterns=by_name), start)

    # --- targets ---

    def stored(self, node):
        return self.with_context(node, t.Store)

    def with_context(self, node, context):
        if isinstance(node, (t.Name, t.Attribute, t.Subscript, t.Starred, t.List, t.Tuple)):
            node.ctx = context()
            if isinstance(node, t.Starred):
                self.with_context(node.value, context)
            elif isinstance(node, (t.List, t.Tuple)):
                for item in node.elts:
                    self.with_context(item, context)
            return node
        what = {t.Constant: "literal", t.Call: "function call", t.Compare: "comparison", t.BinOp: "expression"}.get(type(node), "expression")
        self.fail("cannot %s %s" % ("delete" if context is t.Del else "assign to", what))

    def star_target(self):
        start = self.here()
        if self.take("*"):
            return self.put(t.Starred(value=self.binary(0), ctx=t.Store()), start)
        return self.binary(0)

    def targets(self):
        start = self.here()
        first = self.star_target()
        if not self.is_(","):
            return first
        found = [first]
        while self.take(","):
            if self.is_("in"):
                break
            found.append(self.star_target())
        return self.put(t.Tuple(elts=found, ctx=t.Load()), start)

    # --- expressions ---

    def starred(self):
        start = self.here()
        if self.take("*"):
            return self.put(t.Starred(value=self.binary(0), ctx=t.Load()), start)
        return self.named()

    def star_expressions(self):
        if self.is_("yield"):
            return self.yield_()
        start = self.here()
        first = self.starred()
        if not self.is_(","):
            return first
        found = [first]
        while self.take(","):
            if self.ended() or self.is_(")", "]", "}", "=", ":") or self.text() in _AUGMENTED:
                break
            found.append(self.starred())
        return self.put(t.Tuple(elts=found, ctx=t.Load()), start)

    def yield_(self):
        start = self.here()
        self.need("yield")
        if self.take("from"):
            return self.put(t.YieldFrom(value=self.expression()), start)
        value = None if self.ended() or self.is_(")", "]", "}", "=") else self.star_expressions()
        return self.put(t.Yield(value=value), start)

    def named(self):
        if self.kind() == "name" and self.words[self.at + 1][1] == ":=" and self.words[self.at + 1][0] == "op":
            start = self.here()
            target = self.put_name(t.Store)
            self.at += 1
            return self.put(t.NamedExpr(target=target, value=self.expression()), start)
        return self.expression()

    def put_name(self, context):
        start = self.here()
        name = self.name()
        return self.put(t.Name(id=name, ctx=context()), start)

    def expression(self):
        if self.is_("lambda"):
            start = self.here()
            self.at += 1
            args = self.parameters(":", False)
            self.need(":")
            return self.put(t.Lambda(args=args, body=self.expression()), start)
        start = self.here()
        body = self.either("or", t.Or)
        if not self.take("if"):
            return body
        test = self.either("or", t.Or)
        self.need("else")
        return self.put(t.IfExp(test=test, body=body, orelse=self.expression()), start)

    def either(self, word, kind):
        start = self.here()
        first = self.either("and", t.And) if word == "or" else self.inverted()
        if not self.is_(word):
            return first
        values = [first]
        while self.take(word):
            values.append(self.either("and", t.And) if word == "or" else self.inverted())
        return self.put(t.BoolOp(op=kind(), values=values), start)

    def inverted(self):
        start = self.here()
        if self.take("not"):
            return self.put(t.UnaryOp(op=t.Not(), operand=self.inverted()), start)
        left = self.binary(0)
        ops, others = [], []
        while True:
            text = self.text()
            if text in _COMPARE:
                self.at += 1
                op = t.IsNot() if text == "is" and self.take("not") else _COMPARE[text]()
            elif text == "not" and self.words[self.at + 1][1] == "in":
                self.at += 2
                op = t.NotIn()
            else:
                break
            ops.append(op)
            others.append(self.binary(0))
        return self.put(t.Compare(left=left, ops=ops, comparators=others), start) if ops else left

    def binary(self, least):
        start = self.here()
        left = self.unary()
        while self.kind() == "op" and self.text() in _BINARY:
            level, kind = _BINARY[self.text()]
            if level < least:
                break
            self.at += 1
            left = self.put(t.BinOp(left=left, op=kind(), right=self.binary(level + 1)), start)
        return left

    def unary(self):
        text = self.text()
        if text in _UNARY and self.kind() == "op":
            start = self.here()
            self.at += 1
            return self.put(t.UnaryOp(op=_UNARY[text](), operand=self.unary()), start)
        start = self.here()
        if self.take("await"):
            left = self.put(t.Await(value=self.primary()), start)
        else:
            left = self.primary()
        if self.take("**"):
            left = self.put(t.BinOp(left=left, op=t.Pow(), right=self.unary()), start)
        return left

    def primary(self):
        start = self.here()
        node = self.atom()
        while True:
            if self.take("."):
                node = self.put(t.Attribute(value=node, attr=self.name(), ctx=t.Load()), start)
            elif self.take("("):
                args, keywords = self.arguments()
                node = self.put(t.Call(func=node, args=args, keywords=keywords), start)
            elif self.take("["):
                index = self.subscript()
                self.need("]")
                node = self.put(t.Subscript(value=node, slice=index, ctx=t.Load()), start)
            else:
                return node

    def arguments(self):
        args, keywords = [], []
        while not self.is_(")"):
            start = self.here()
            if self.take("*"):
                args.append(self.put(t.Starred(value=self.expression(), ctx=t.Load()), start))
            elif self.take("**"):
                keywords.append(self.put(t.keyword(arg=None, value=self.expression()), start))
            elif self.kind() == "name" and self.words[self.at + 1][:2] == ("op", "="):
                name = self.name()
                self.at += 1
                keywords.append(self.put(t.keyword(arg=name, value=self.expression()), start))
            else:
                value = self.named()
                if self.is_("for", "async"):
                    loops = self.loops()
                    # Alone, it has the parentheses of the call.
                    if not args and not keywords and self.is_(")"):
                        self.at += 1
                        before = self.words[self.index_of(start) - 1]
                        made = self.put(t.GeneratorExp(elt=value, generators=loops), before[2:4])
                        return [made], []
                    value = self.put(t.GeneratorExp(elt=value, generators=loops), start)
                elif keywords and any([keyword.arg is not None for keyword in keywords]):
                    self.fail("positional argument follows keyword argument")
                args.append(value)
            if not self.take(","):
                break
        self.need(")")
        return args, keywords

    def index_of(self, place):
        i = self.at
        while self.words[i][2:4] != place:
            i -= 1
        return i

    def subscript(self):
        start = self.here()
        first = self.slice()
        if not self.is_(",") and not isinstance(first, t.Starred):
            return first
        found = [first]
        while self.take(","):
            if self.is_("]"):
                break
            found.append(self.slice())
        return self.put(t.Tuple(elts=found, ctx=t.Load()), start)

    def slice(self):
        start = self.here()
        if self.is_("*"):
            return self.starred()
        lower = None if self.is_(":") else self.named()
        if not self.take(":"):
            return lower
        upper = None if self.is_(":", ",", "]") else self.expression()
        step = self.expression() if self.take(":") and not self.is_(",", "]") else None
        return self.put(t.Slice(lower=lower, upper=upper, step=step), start)

    def loops(self):
        found = []
        while self.is_("for", "async"):
            is_async = int(self.take("async"))
            self.need("for")
            target = self.stored(self.targets())
            self.need("in")
            iterable = self.either("or", t.Or)
            tests = []
            while self.take("if"):
                at = self.at
                tests.append(self.condition(at))
            found.append(t.comprehension(target=target, iter=iterable, ifs=tests, is_async=is_async))
        return found

    def condition(self, at):
        if self.words[self.at + 1][1] == ":=":
            return self.named()
        return self.either("or", t.Or)

    def atom(self):
        kind, text = self.words[self.at][:2]
        start = self.here()
        if kind == "name":
            if text in ("None", "True", "False"):
                self.at += 1
                return self.put(t.Constant(value={"None": None, "True": True, "False": False}[text]), start)
            return self.put_name(t.Load)
        if kind == "number":
            self.at += 1
            return self.put(t.Constant(value=self.number(text)), start)
        if kind == "string":
            return self.strings(start)
        self.at += 1
        if text == "(":
            return self.group(start)
        if text == "[":
            items, loops = self.display("]")
            made = t.ListComp(elt=items[0], generators=loops) if loops else t.List(elts=items, ctx=t.Load())
            return self.put(made, start)
        if text == "{":
            return self.braces(start)
        if text == "...":
            return self.put(t.Constant(value=...), start)
        self.at -= 1
        self.fail()

    def number(self, text):
        plain = text.replace("_", "").lower()
        try:
            if plain[-1] == "j":
                return complex(0, float(plain[:-1]))
            if plain[:2] in ("0x", "0o", "0b"):
                return int(plain, 0)
            return float(plain) if "." in plain or "e" in plain else int(plain)
        except ValueError:
            self.at -= 1
            self.fail("invalid decimal literal")

    # Items up to the end, or one with loops.
    def display(self, end):
        items = []
        while not self.is_(end):
            items.append(self.starred())
            if self.is_("for", "async"):
                loops = self.loops()
                self.need(end)
                return items, loops
            if not self.take(","):
                break
        self.need(end)
        return items, None

    def group(self, start):
        if self.take(")"):
            return self.put(t.Tuple(elts=[], ctx=t.Load()), start)
        if self.is_("yield"):
            made = self.yield_()
            self.need(")")
            return made
        first = self.starred()
        if self.is_("for", "async"):
            loops = self.loops()
            self.need(")")
            return self.put(t.GeneratorExp(elt=first, generators=loops), start)
        if not self.is_(","):
            self.need(")")
            return first
        found = [first]
        while self.take(",") and not self.is_(")"):
            found.append(self.starred())
        self.need(")")
        return self.put(t.Tuple(elts=found, ctx=t.Load()), start)

    def braces(self, start):
        if self.take("}"):
            return self.put(t.Dict(keys=[], values=[]), start)
        keys, values = [], []
        if not self.is_("**"):
            first = self.starred()
            if not self.is_(":"):
                if self.is_("for", "async"):
                    loops = self.loops()
                    self.need("}")
                    return self.put(t.SetComp(elt=first, generators=loops), start)
                found = [first]
                while self.take(",") and not self.is_("}"):
                    found.append(self.starred())
                self.need("}")
                return self.put(t.Set(elts=found), start)
            self.at += 1
            keys.append(first)
            values.append(self.expression())
            if self.is_("for", "async"):
                loops = self.loops()
                self.need("}")
                return self.put(t.DictComp(key=first, value=values[0], generators=loops), start)
            if not self.take(",") and not self.is_("}"):
                self.fail("invalid syntax")
        while not self.is_("}"):
            if self.take("**"):
                keys.append(None)
                values.append(self.binary(0))
            else:
                keys.append(self.expression())
                self.need(":")
                values.append(self.expression())
            if not self.take(","):
                break
        self.need("}")
        return self.put(t.Dict(keys=keys, values=values), start)

    # --- strings ---

    def strings(self, start):
        parts = []
        formatted = False
        kind = None
        # All there is of the text has the place of the whole of it.
        first = self.at
        while self.kind() == "string":
            self.at += 1
        end, self.at = self.at, first
        while self.kind() == "string":
            text = self.words[self.at][1]
            self.at += 1
            quote_at = min([at for at in (text.find("'"), text.find('"')) if at >= 0])
            prefix = text[:quote_at].lower()
            size = 3 if text.startswith(text[quote_at] * 3, quote_at) else 1
            if "f" in prefix:
                formatted = True
                where = self.words[self.at - 1][2:4]
                inside = text[quote_at + size : -size]
                after, self.at = self.at, end
                parts.extend(self.fields(inside, "r" in prefix, start, 0, (where[0], where[1] + quote_at + size)))
                self.at = after
            else:
                if not parts and prefix == "u":
                    kind = "u"
                parts.append(eval(text, {}))
        if not formatted:
            if any([isinstance(part, bytes) for part in parts]) and not all([isinstance(part, bytes) for part in parts]):
                self.at -= 1
                self.fail("cannot mix bytes and nonbytes literals")
            value = parts[0]
            for part in parts[1:]:
                value += part
            return self.put(t.Constant(value=value, kind=kind), start)
        return self.put(t.JoinedStr(values=self.joined(parts, start)), start)

    # Neighbouring texts are one constant.
    def joined(self, parts, start):
        values, text = [], ""
        for part in parts + [None]:
            if isinstance(part, str):
                text += part
                continue
            if text:
                values.append(self.put(t.Constant(value=text), start))
                text = ""
            if part is not None:
                values.append(part)
        return values

    # What an f-string has inside: texts, and nodes of its fields. The first character of
    # `text` stands at `where`.
    def fields(self, text, raw, start, depth, where):
        found, plain, at = [], "", 0

        def literal():
            if plain:
                found.append(plain if raw or "\\" not in plain else self.unescaped(plain))

        while at < len(text):
            c = text[at]
            if c in "{}" and text[at + 1 : at + 2] == c and depth == 0:
                plain += c
                at += 2
            elif c == "\\" and not raw and text[at + 1 : at + 3] == "N{":
                end = text.find("}", at) + 1
                plain += text[at:end]
                at = end
            elif c == "}":
                self.at -= 1
                self.fail("f-string: single '}' is not allowed")
            elif c == "{":
                literal()
                plain = ""
                at = self.field(text, at + 1, raw, start, depth, found, where)
            else:
                plain += c
                at += 1
        literal()
        return found

    def unescaped(self, plain):
        quote = '"""' if '"""' not in plain and plain[-1:] != '"' else "'''"
        if quote == "'''" and ("'''" in plain or plain[-1:] == "'"):
            plain = plain.replace("'", "\\'")
        return eval(quote + plain + quote, {})

    def field(self, text, at, raw, start, depth, found, where):
        end, level, quote = at, 0, None
        while end < len(text):
            c = text[end]
            if quote:
                if text.startswith(quote, end):
                    end += len(quote) - 1
                    quote = None
            elif c in "'\"":
                quote = c * 3 if text.startswith(c * 3, end) else c
                end += len(quote) - 1
            elif c in "([{":
                level += 1
            elif c in ")]}" and level:
                level -= 1
            elif not level and (c in "}:" or c == "!" and text[end + 1 : end + 2] != "="):
                break
            elif not level and c in "!=<>" and text[end + 1 : end + 2] == "=":
                end += 1
            end += 1
        expression = text[at:end]
        conversion, spec = -1, None
        shown = expression.rstrip()
        is_shown = shown.endswith("=") and shown[-2:-1] not in ("=", "!", "<", ">")
        source = shown[:-1] if is_shown else expression
        if not source.strip():
            self.at -= 1
            self.fail("f-string: empty expression not allowed")
        value = Parser("(" + source + ")", self.filename).star_expressions()
        self.move(value, self.place_of(text[:at], where))
        if is_shown:
            found.append(expression)
        if text[end : end + 1] == "!":
            conversion = ord(text[end + 1])
            end += 2
        if text[end : end + 1] == ":":
            at = end + 1
            end, level = at, 0
            while end < len(text) and (level or text[end] != "}"):
                level += (text[end] == "{") - (text[end] == "}")
                end += 1
            parts = self.fields(text[at:end], raw, start, depth + 1, self.place_of(text[:at], where))
            spec = self.put(t.JoinedStr(values=self.joined(parts, start)), start)
        elif is_shown and conversion < 0:
            conversion = 114
        if text[end : end + 1] != "}":
            self.at -= 1
            self.fail("f-string: expecting '}'")
        found.append(self.put(t.FormattedValue(value=value, conversion=conversion, format_spec=spec), start))
        return end + 1

    # Of what follows `text`, which begins at `where`.
    def place_of(self, text, where):
        lines = text.count("\n")
        return where[0] + lines, len(text.encode()) - text.rfind("\n") - 1 if lines else where[1] + len(text.encode())

    # An expression was parsed in parentheses, as if it were all there is.
    def move(self, value, place):
        for node in t.walk(value):
            if hasattr(node, "lineno"):
                for line, column in (("lineno", "col_offset"), ("end_lineno", "end_col_offset")):
                    if getattr(node, line) == 1:
                        setattr(node, column, getattr(node, column) - 1 + place[1])
                    setattr(node, line, getattr(node, line) - 1 + place[0])


_COMPOUND = frozenset("if while for try with async def class".split())
_SIMPLE = frozenset("pass break continue return raise assert del global nonlocal import from".split())
