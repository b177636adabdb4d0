# Modules, packages and zip files that are imported.
import importlib
import os
import sys
import zipfile

sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True


def put(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def attempt(call, *args):
    try:
        print("fine", call(*args))
    except Exception as e:
        print(type(e).__name__, e)


put("plain.py", '''"""A module."""
import sys
value = 42
def name():
    return __name__, __file__.rsplit("/", 1)[1], __package__, sys.modules[__name__].value
if __name__ == "__main__":
    print("not to be seen")
''')
put("pack/__init__.py", "from .a import first\nfrom . import b as other\nfrom .sub import *\n__all__ = ['first']\nprint('pack is made')\n")
put("pack/a.py", "from .b import base\nfirst = base + 1\ndef up():\n    import pack\n    return pack\n")
put("pack/b.py", "base = 10\n")
put("pack/sub/__init__.py", "from ..b import base as from_above\nfrom .deep import thing\n__all__ = ['from_above', 'thing']\n")
put("pack/sub/deep.py", "thing = __name__, __package__\nfrom ..b import base\n")
put("pack/__main__.py", "print('main')\n")
put("space/one.py", "x = 1\n")
put("space/two.py", "from .one import x\ny = x + 1\n")
put("broken.py", "x = 1\nraise ValueError('in broken')\n")
put("wrong.py", "def f(:\n")
put("latin.py", "# -*- coding: latin-1 -*-\ntext = 'x'\n")
put("ring_a.py", "import ring_b\nx = 1\ndef f(): return ring_b.y\n")
put("ring_b.py", "import ring_a\ny = 2\ndef g(): return ring_a.x\n")
put("json2.py", "import json\nprint(json.dumps([1]))\n")
put("replaces.py", "import sys\nclass M:\n    answer = 7\nsys.modules[__name__] = M()\n")

import plain

print(plain.value, plain.name(), plain.__doc__, plain.__name__, "plain" in sys.modules)
import plain as again

print(again is plain)
import pack

print(pack.first, pack.other.base, pack.thing, pack.from_above, pack.__name__, pack.__package__)
print([os.path.basename(p) for p in pack.__path__], os.path.basename(pack.__file__))
import pack.sub.deep

print(pack.sub.deep.thing, pack.a.up() is pack)
from pack.sub import deep as d

print(d is pack.sub.deep)
import space.two

print(space.two.y, list(space.__path__)[0].endswith("/space"), getattr(space, "__file__", None))
attempt(__import__, "broken")
attempt(__import__, "broken")
print("broken" in sys.modules)
try:
    import wrong
except SyntaxError as e:
    print("SyntaxError", os.path.basename(e.filename), e.lineno)
import latin

print(latin.text)
import ring_a

print(ring_a.f(), ring_a.ring_b.g())
import json2
import replaces

print(replaces.answer)
attempt(__import__, "pack.nothing")
attempt(__import__, "plain.inside")
try:
    from pack import nothing
except ImportError:
    print("no such name")
print(importlib.import_module("pack.b").base, importlib.import_module(".b", "pack").base, importlib.import_module(".sub.deep", "pack").thing)
plain.value = 1
print(importlib.reload(plain).value)
spec = importlib.util.find_spec("pack.b") if hasattr(importlib, "util") else None
import importlib.util

print(importlib.util.find_spec("pack").name, importlib.util.find_spec("nothing_at_all"))
spec = importlib.util.spec_from_file_location("by_path", "plain.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print(module.value, module.__name__, "by_path" in sys.modules)


class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "invented":
            return importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.origin = "nowhere"


sys.meta_path.append(Finder())
import invented

print(invented.origin)
exec("from pack import *")
print(first)

with zipfile.ZipFile("lib.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("zipped.py", "import zpack\nvalue = 'from the zip'\ndef f(): return __file__.rsplit('/', 2)[1:]\n")
    z.writestr("zpack/__init__.py", "from .inner import x\n")
    z.writestr("zpack/inner.py", "x = 5\n")
sys.path.append(os.path.join(os.getcwd(), "lib.zip"))
import zipped

print(zipped.value, zipped.f(), zipped.zpack.x)
attempt(__import__, "zpack.none")
os.remove("lib.zip")  # other bytes each time
