#!/usr/bin/env python3
"""The reference of the Python package, from its docstrings.

    reference.py          prints it
    reference.py --write  into docs/api.md: `make reference`

Reads the source and imports nothing, so that it needs no wheel; what stands in
vitrine.__all__ is in it, module by module, and what has no docstring is an error.
"""

import ast
import inspect
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "api.md"
HEAD = """\
# The Python package, name by name

`make reference` writes this page from the docstrings; [python-package.md](python-package.md) tells how it goes together.
"""
# What belongs together, by what is read first; modules that are not named come last.
ORDER = ("session", "asyncsession", "result", "_core", "limits", "grants", "web", "database", "pipeline", "snapshot")
TITLES = {"_core": "Parts of a result"}
GIVEN = ("Result", "Limits")  # those that nobody makes
WIDTH = 96


def read(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def public(tree):
    """The names in __all__."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "__all__":
            return set(ast.literal_eval(node.value))
    raise SystemExit("reference: vitrine/__init__.py has no __all__")


def statements(body):
    """Those of a module or class, with what stands in `if TYPE_CHECKING: … else: …` for readers."""
    for node in body:
        if isinstance(node, ast.If):
            yield from statements(node.orelse)
        else:
            yield node


def doc(node):
    return inspect.cleandoc(ast.get_docstring(node) or "")


def markdown(text):
    """A docstring with its parameters as a list."""
    told, *given = re.split(r"^:param ", text, flags=re.M)
    items = [" ".join(one.split()).partition(": ") for one in given]
    return (told.strip() + "\n\n" + "\n".join(f"- `{name}`: {about}" for name, _, about in items)).strip()


def parameters(arguments, bound):
    """As they are written, without self."""
    a = arguments
    named = a.posonlyargs + a.args
    defaults = [None] * (len(named) - len(a.defaults)) + a.defaults
    parts = []
    for at, (argument, default) in enumerate(zip(named, defaults)):
        if not (bound and at == 0):
            parts.append(shown(argument, default))
        if a.posonlyargs and at == len(a.posonlyargs) - 1:
            parts.append("/")
    if a.vararg:
        parts.append("*" + shown(a.vararg, None))
    elif a.kwonlyargs:
        parts.append("*")
    parts += [shown(argument, default) for argument, default in zip(a.kwonlyargs, a.kw_defaults)]
    if a.kwarg:
        parts.append("**" + shown(a.kwarg, None))
    return [part for at, part in enumerate(parts) if not (at == 0 and part == "/")]


def shown(argument, default):
    text = argument.arg
    if argument.annotation is not None:
        text += ": " + ast.unparse(argument.annotation)
    if default is not None:
        text += (" = " if argument.annotation is not None else "=") + ast.unparse(default)
    return text


def signature(name, function, bound, answer=True):
    parts = parameters(function.args, bound)
    tail = f" -> {ast.unparse(function.returns)}" if answer and function.returns else ""
    line = f"{name}({', '.join(parts)}){tail}"
    if len(line) > WIDTH:
        line = f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){tail}"
    keyword = "await " if isinstance(function, ast.AsyncFunctionDef) else ""
    return f"```python\n{keyword}{line}\n```\n"


def decorated(function, name):
    return any(ast.unparse(d) == name for d in function.decorator_list)


def text_after(body, at):
    """An attribute's, which is a string in the line behind it."""
    after = body[at + 1] if at + 1 < len(body) else None
    if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
        return " ".join(after.value.value.split())
    return ""


def members(node, owner):
    """{name: text} of a class's attributes, and of methods that have something to say: one
    that is only the base's again has no docstring."""
    body = list(statements(node.body))
    found = {}
    for at, one in enumerate(body):
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)) and not one.name.startswith("_"):
            if decorated(one, "property"):
                answer = f": {ast.unparse(one.returns)}" if one.returns else ""
                found[one.name] = f"- `{one.name}{answer}` {markdown(doc(one))}".rstrip()
            elif doc(one):
                head = signature(f"{owner}.{one.name}", one, not decorated(one, "staticmethod"))
                found[one.name] = f"\n{head}\n{markdown(doc(one))}\n"
        elif isinstance(one, ast.AnnAssign) and not one.target.id.startswith("_"):
            head = f"- `{one.target.id}: {ast.unparse(one.annotation)}` {text_after(body, at)}"
            found[one.target.id] = head.rstrip()
    return found


class Classes:
    """Entries of classes. What a base that is not public gives is told with its first heir."""

    def __init__(self, trees, names):
        self.hidden = {node.name: node for tree in trees for node in tree.body
                       if isinstance(node, ast.ClassDef) and node.name not in names}
        self.heirs = {}

    def entry(self, node):
        bases = [ast.unparse(base) for base in node.bases]
        base = next((self.hidden[name] for name in bases if name in self.hidden), None)
        begin = [one for of in (node, base) if of for one in statements(of.body)
                 if isinstance(one, ast.FunctionDef) and one.name == "__init__"]
        head = f"### {node.name}\n\n"
        if begin and node.name not in GIVEN:
            head += signature(node.name, begin[0], True, answer=False) + "\n"
        elif bases and not base:
            head += f"A `{'`, `'.join(bases)}`. "
        own = members(node, node.name)
        if base:
            given = members(base, node.name)
            first = self.heirs.setdefault(base.name, node.name)
            if first == node.name:
                own.update({name: text for name, text in given.items() if name not in own})
            else:
                same = [f"`{name}`" for name in given if name not in own]
                own[""] = f"\nAs in `{first}`: {', '.join(same)}.\n"
        listed = sorted(own.values(), key=lambda text: not text.startswith("- "))
        return head + "\n".join([markdown(doc(node)) + "\n", *listed, ""])


def entry(node, classes):
    if isinstance(node, ast.ClassDef):
        return classes.entry(node)
    return f"### {node.name}\n\n" + signature(node.name, node, False) + f"\n{markdown(doc(node))}\n"


def page():
    package = HERE / "vitrine"
    names = public(read(package / "__init__.py"))
    trees = {path: read(path) for path in [*sorted(package.glob("*.py")), package / "_core.pyi"]}
    classes = Classes(trees.values(), names)
    home = {}  # the first of a name: those of _core.pyi are the C below
    for path, tree in trees.items():
        for node in tree.body:
            defines = isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
            if defines and node.name in names and not decorated(node, "overload"):
                home.setdefault(node.name, (path, node))
    silent = [name for name, (_, node) in home.items() if not doc(node)]
    if silent:
        raise SystemExit("reference: no docstring: " + ", ".join(silent))
    parts = [HEAD]
    for path in sorted(trees, key=lambda path: ORDER.index(path.stem) if path.stem in ORDER else len(ORDER)):
        found = [node for where, node in home.values() if where == path]
        if found:
            title = doc(trees[path]).partition("\n\n")[0].replace("\n", " ")
            parts += [f"## {TITLES.get(path.stem) or title.rstrip('.')}\n", *(entry(node, classes) for node in found)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


def main():
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")


if __name__ == "__main__":
    main()
