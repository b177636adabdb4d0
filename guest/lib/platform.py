"""platform: this is a sandbox, and says nothing of what is around it."""

import sys


def system():
    return "Vitrine"


def python_version():
    return "%d.%d.%d" % tuple(sys.version_info[:3])


def python_version_tuple():
    return tuple([str(n) for n in sys.version_info[:3]])


def python_implementation():
    return "MicroPython"


def machine():
    return "wasm32"


def architecture(executable=None, bits="", linkage=""):
    return "32bit", ""


def platform(aliased=False, terse=False):
    return "Vitrine-wasm32"


def node():
    return ""


def release():
    return ""


version = processor = release
