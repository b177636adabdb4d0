# packages: docopt-ng==0.9.0
from docopt import DocoptExit, docopt

DOC = """Naval Fate.

Usage:
  naval ship new <name>...
  naval ship <name> move <x> <y> [--speed=<kn>]
  naval mine (set|remove) <x> <y> [--moored|--drifting]
  naval -h | --help

Options:
  -h --help     Show this screen.
  --speed=<kn>  Speed in knots [default: 10].
  --moored      Moored (anchored) mine.
"""
print(docopt(DOC, ["ship", "Guardian", "move", "10", "50", "--speed=20"]))
print(docopt(DOC, ["mine", "set", "1", "2", "--moored"]))
try:
    docopt(DOC, ["ship"])
except DocoptExit as e:
    print(e)
