# Texts without translations, module types and marks at the beginning of files.
import codecs
import gettext
import sys
import types

print(gettext.gettext("a"), gettext.ngettext("one", "more", 1), gettext.ngettext("one", "more", 2), gettext.pgettext("c", "x"))
print(gettext.translation("none", fallback=True).gettext("y"))
try:
    gettext.translation("none")
except FileNotFoundError as e:
    print(e)


class Lazy(types.ModuleType):
    def __init__(self, name):
        super(Lazy, self).__init__(name)
        self.x = 1


m = Lazy("lazy")
print(isinstance(m, types.ModuleType), isinstance(sys, types.ModuleType), isinstance(sys, Lazy), isinstance(1, types.ModuleType), m.__name__, m.x)
sys.modules["lazy"] = m
import lazy

print(lazy is m, types.ModuleType("made", "doc").__doc__, codecs.BOM_UTF32_LE, sys.hexversion > 0x30b0000, sys.warnoptions)
print(__builtins__ is not None)
