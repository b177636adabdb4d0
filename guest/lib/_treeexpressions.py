"""The expressions of ast.parse(), by recursive descent; what is assigned to; texts and f-strings."""

import _tree as t
from _treewords import Words

_BINARY = {"|": (1, t.BitOr), "^": (2, t.BitXor), "&": (3, t.BitAnd), "<<": (4, t.LShift), ">>": (4, t.RShift), "+": (5, t.Add), "-": (5, t.Sub),
           "*": (6, t.Mult), "/": (6, t.Div), "//": (6, t.FloorDiv), "%": (6, t.Mod), "@": (6, t.MatMult)}
_COMPARE = {"==": t.Eq, "!=": t.NotEq, "<": t.Lt, "<=": t.LtE, ">": t.Gt, ">=": t.GtE, "in": t.In, "is": t.Is}
AUGMENTED = {"+=": t.Add, "-=": t.Sub, "*=": t.Mult, "/=": t.Div, "//=": t.FloorDiv, "%=": t.Mod, "@=": t.MatMult, "&=": t.BitAnd, "|=": t.BitOr,
             "^=": t.BitXor, "<<=": t.LShift, ">>=": t.RShift, "**=": t.Pow}
_UNARY = {"-": t.USub, "+": t.UAdd, "~": t.Invert}


class Expressions(Words):
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
            if self.ended() or self.is_(")", "]", "}", "=", ":") or self.text() in AUGMENTED:
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
        value = Expressions("(" + source + ")", self.filename).star_expressions()
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
