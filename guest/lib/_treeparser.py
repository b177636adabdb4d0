"""The parser of ast.parse(): by recursive descent, over words with their places.

It knows the grammar, not the rules beyond it: what compile() would refuse further, `return`
outside of a function for example, it takes, as CPython's does.
"""

import _tree as t
from _treeexpressions import AUGMENTED, Expressions


class Parser(Expressions):
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
            value = self.star_expressions() if self.take("=") else None
            return self.put(t.AnnAssign(target=self.stored(first), annotation=note, value=value, simple=int(simple)), start)
        if self.text() in AUGMENTED:
            op = AUGMENTED[self.text()]()
            self.at += 1
            if not isinstance(first, (t.Name, t.Attribute, t.Subscript)):
                self.fail("'%s' is an illegal expression for augmented assignment" % type(first).__name__.lower())
            return self.put(t.AugAssign(target=self.stored(first), op=op, value=self.star_expressions()), start)
        if self.is_("="):
            targets = []
            value = first
            while self.take("="):
                targets.append(self.stored(value))
                value = self.star_expressions()
            return self.put(t.Assign(targets=targets, value=value), start)
        return self.put(t.Expr(value=first), start)

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
        if kind in ("newline", "end") or kind == "op" and text in (".", ",", "=", ":", ")", ";") or text in AUGMENTED:
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


_COMPOUND = frozenset("if while for try with async def class".split())
_SIMPLE = frozenset("pass break continue return raise assert del global nonlocal import from".split())
