# argparse.
import argparse
import sys

p = argparse.ArgumentParser(prog="tool", description="Does things to files, one after the other, and says so.", epilog="That is all.")
p.add_argument("files", nargs="+", help="what to read")
p.add_argument("-v", "--verbose", action="store_true", help="say more")
p.add_argument("-n", "--number", type=int, default=3, help="how many (default: %(default)s)", metavar="N")
p.add_argument("--mode", choices=["fast", "slow"], default="fast")
p.add_argument("-c", action="count", default=0)
p.add_argument("--list", nargs="*", type=float)
p.add_argument("--pair", nargs=2, metavar=("A", "B"))
p.add_argument("--add", action="append")
p.add_argument("--no-color", dest="color", action="store_false")
p.add_argument("--const", action="store_const", const=42)
print(p.parse_args(["a", "b"]))
print(p.parse_args(["-v", "-n", "5", "x", "--mode=slow", "-ccc", "--add", "1", "--add=2", "--no-color"]))
print(p.parse_args(["x", "--list", "1", "2.5", "--pair", "p", "q", "--const"]))
print(p.parse_args(["-vn7", "f", "--num", "9"]).number, vars(p.parse_args(["--", "-x"]))["files"])
p.print_help()
p.print_usage()
sys.stderr = sys.stdout
for bad in ([], ["a", "-n", "x"], ["a", "--mode", "other"], ["a", "--nothing"], ["a", "-n"], ["a", "--pair", "1"]):
    try:
        p.parse_args(bad)
    except SystemExit as e:
        print("exit", e.code)
print(p.parse_known_args(["a", "--unknown", "5"]))
q = argparse.ArgumentParser(prog="calc", add_help=False)
q.add_argument("x", type=float)
q.add_argument("op", choices="+-", nargs="?", default="+")
q.add_argument("rest", nargs="*", type=int)
print(q.parse_args(["1.5"]), q.parse_args(["1", "-"]), q.parse_args(["1", "+", "2", "3"]), q.parse_args(["-5"]))
q.print_help()
r = argparse.ArgumentParser(prog="git")
r.add_argument("--version", action="version", version="%(prog)s 1.0")
subs = r.add_subparsers(dest="command", help="what to do", required=True)
a = subs.add_parser("add", help="add things")
a.add_argument("what")
a.set_defaults(func=lambda args: "adding " + args.what)
b = subs.add_parser("commit", help="commit them")
b.add_argument("-m", "--message", required=True)
args = r.parse_args(["add", "file"])
print(args.command, args.what, args.func(args))
print(r.parse_args(["commit", "-m", "text"]))
r.print_help()
for bad in ([], ["nope"], ["commit"], ["--version"]):
    try:
        r.parse_args(bad)
    except SystemExit as e:
        print("exit", e.code)
g = argparse.ArgumentParser(prog="x")
group = g.add_mutually_exclusive_group(required=True)
group.add_argument("--on", action="store_true")
group.add_argument("--off", action="store_true")
named = g.add_argument_group("numbers", "about numbers")
named.add_argument("--int", type=int, default=0)
print(g.parse_args(["--on"]))
g.print_help()
for bad in ([], ["--on", "--off"]):
    try:
        g.parse_args(bad)
    except SystemExit as e:
        print("exit", e.code)
print(argparse.Namespace(a=1, b="x"), "a" in argparse.Namespace(a=1), argparse.Namespace(a=1) == argparse.Namespace(a=1))


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError("%r is not positive" % text)
    return n


t = argparse.ArgumentParser(prog="t")
t.add_argument("n", type=positive)
t.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
print(t.parse_args(["5", "--no-flag"]))
try:
    t.parse_args(["-1"])
except SystemExit as e:
    print("exit", e.code)
