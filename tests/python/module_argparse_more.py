"""argparse: formatters that programs make, parents, abbreviations, groups, errors of construction."""
import argparse
import contextlib
import io
import sys
from argparse import ArgumentParser


def t(f):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            result = f()
        print(result)
    except SystemExit as e:
        print("exit", e.code, out.getvalue(), err.getvalue())
    except Exception as e:
        print(type(e).__name__, e)


class Wide(argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return ["* " + line for line in text.split("|")]


for made in (lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=100), Wide, argparse.MetavarTypeHelpFormatter):
    p = ArgumentParser(prog="PROG", formatter_class=made, description="What it\n   does", epilog="%(prog)s ends")
    p.add_argument("--a-rather-long-option-name", type=int, default=3, help="what this long one is good for|and more of that")
    p.add_argument("name", type=str, help="a name that is asked for, of type %(type)s")
    print(p.format_help())

parent = ArgumentParser(add_help=False)
g = parent.add_argument_group("of the parent", "they come from there")
g.add_argument("--x", type=int)
m = parent.add_mutually_exclusive_group(required=True)
m.add_argument("--on", action="store_true")
m.add_argument("--off", action="store_true")
p = ArgumentParser(prog="PROG", parents=[parent])
t(lambda: p.parse_args(["--on", "--off"]))
t(lambda: p.parse_args(["--x", "1"]))
t(lambda: p.parse_args(["--on", "--x", "1"]))
t(p.format_help)
t(lambda: ArgumentParser(prog="PROG", parents=[ArgumentParser()]))

p = ArgumentParser(prog="PROG")
p.add_argument("-foo")
p.add_argument("-foobar", action="store_true")
p.add_argument("-v", action="count")
p.add_argument("--verbose", action="store_true")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
t(lambda: p.parse_args(["-foob", "-vv", "--verb"]))
t(lambda: p.parse_args(["-fo", "1"]))
t(lambda: p.parse_args(["--ver"]))
t(lambda: p.parse_args(["--version"]))

p = ArgumentParser(prog="PROG", conflict_handler="resolve", prefix_chars="-+")
p.add_argument("-f", "--foo", help="old")
p.add_argument("--foo", help="new")
p.add_argument("+b", help="plus")
g = p.add_mutually_exclusive_group()
g.add_argument("--one", metavar="1")
g.add_argument("many", nargs="*", default=[])
t(p.format_help)
t(lambda: p.parse_args(["--one", "a", "b"]))
t(lambda: p.parse_args(["+b", "3", "a", "b"]))

p = ArgumentParser(prog="PROG")
p.add_argument("--foo")
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
t(lambda: p.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
t(lambda: p.add_argument("--p", nargs=2, metavar=("A",)))
t(lambda: p.add_argument("--q", nargs="x"))
t(lambda: p.add_argument("--r", nargs=0))
t(lambda: p.add_argument("--t", action="nope"))
t(lambda: p.add_argument("--u", const=1))
t(lambda: p.add_argument("--foo"))
t(lambda: p.add_argument("--w", type="nope"))
s = p.add_subparsers(title="subs", dest="which", metavar="SUB")
print(isinstance(s, argparse._SubParsersAction))
s.add_parser("one", help="first", aliases=["1"])
t(lambda: s.add_parser("1"))
t(p.format_help)
t(p.add_subparsers)
print(argparse.FileType("r", 1, encoding="utf8"), argparse.Namespace(a=1, **{"b c": 2}))
print(p.add_argument("--z", type=float))
p.register("type", "hex", lambda text: int(text, 16))
p.register("action", "twice", type("Twice", (argparse.Action,), {
    "__call__": lambda self, parser, namespace, values, option=None: setattr(namespace, self.dest, values * 2)}))
p = ArgumentParser(prog="P" * 60)
for name in ("-w", "-x", "a", "b"):
    p.add_argument(name)
t(p.format_help)
p = ArgumentParser(prog="PROG", usage="%(prog)s [options]", exit_on_error=False)
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="whether")
t(p.format_help)
t(lambda: p.parse_args(["--no-flag"]))
t(lambda: p.parse_args(["--fla=3"]))
