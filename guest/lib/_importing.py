# Imports of what is not frozen: modules in granted directories and zip files.
#
# find() is called where the interpreter has looked everywhere else, so that no
# file takes the place of a module that the guest comes with.
import _filesystem
import _os
import sys

sys.meta_path = []
sys.warnoptions = []
sys.path_hooks = []
sys.path_importer_cache = {}
sys.executable = sys.prefix = sys.base_prefix = sys.exec_prefix = sys.base_exec_prefix = ""
sys.dont_write_bytecode = True
sys.pycache_prefix = None
sys.api_version = 1013
sys.float_repr_style = "short"
sys.platlibdir = "lib"
sys.exception = lambda: sys.exc_info()[1]
sys.getfilesystemencoding = sys.getdefaultencoding
sys.getfilesystemencodeerrors = lambda: "surrogateescape"
sys.gettrace = sys.getprofile = lambda: None
sys.is_finalizing = lambda: False
sys.getswitchinterval = lambda: 0.005
sys.setswitchinterval = lambda interval: None
from collections import namedtuple

sys.flags = namedtuple("flags", "debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose "
                       "bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path "
                       "int_max_str_digits")(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, False, 1, 0, True, 4300)
_places = None
_archives = {}


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = origin is not None

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    def __repr__(self):
        return "ModuleSpec(name=%r, loader=%r, origin=%r)" % (self.name, self.loader, self.origin)


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        return read(path)

    def get_source(self, name=None):
        return _text(read(self.path))

    def is_package(self, name=None):
        return self.path.endswith("/__init__.py")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(compile(_text(read(self.path)), self.path, "exec"), module.__dict__)


# Of what the guest comes with: another module gets the same contents.
class FrozenLoader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        from importlib import import_module

        for name, value in import_module(module.__name__).__dict__.items():
            setattr(module, name, value)


class NamespaceLoader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


def _text(data):
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    codec = "utf-8"
    for line in data.split(b"\n", 2)[:2]:
        at = line.find(b"coding")
        if line.startswith(b"#") and at > 0 and line[at + 6:at + 7] in (b":", b"="):
            codec = line[at + 7:].decode("latin-1").strip().split(" ")[0]
    return data.decode(codec)


# The archive that a path leads into, and the name in it.
def _archive(path):
    at = path.find(".zip")
    while at >= 0 and path[at + 4:at + 5] not in ("", "/"):
        at = path.find(".zip", at + 4)
    if at < 0 or _kind_of(path[:at + 4]) != "f":
        return None, None
    file = path[:at + 4]
    if file not in _archives:
        from zipfile import ZipFile

        archive = ZipFile(file)
        folders = set()
        for name in archive.NameToInfo:
            while "/" in name:
                name = name.rpartition("/")[0]
                folders.add(name)
        _archives[file] = archive, folders
    return _archives[file], path[at + 5:]


# Archives are read again, should they have changed.
def forget():
    _archives.clear()


def _kind_of(path):
    try:
        return _filesystem.stat(path)[0]
    except OSError:
        return None


def kind(path):
    if ".zip" in path:
        archive, name = _archive(path)
        if archive:
            return "f" if name in archive[0].NameToInfo else "d" if name in archive[1] or not name else None
    return _kind_of(path)


def read(path):
    if ".zip" in path:
        archive, name = _archive(path)
        if archive:
            return archive[0].read(name)
    with open(path, "rb") as f:
        return f.read()


def _search_path():
    global _places
    places = _filesystem.places()
    if places is not _places:
        _places = places
        for at, place in places.items():
            if (place.folder or at.endswith(".zip")) and at not in sys.path:
                sys.path.append(at)
    return sys.path


def spec_of(name, path):
    last = name.rpartition(".")[2]
    namespace = []
    for entry in path:
        if not isinstance(entry, str) or entry.startswith(".frozen"):
            continue
        base = _filesystem.absolute((entry or _filesystem.getcwd()) + "/" + last)
        found = kind(base)
        if found == "d":
            file = base + "/__init__.py"
            if kind(file) == "f":
                spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=True)
                spec.submodule_search_locations.append(base)
                return spec
        if kind(base + ".py") == "f":
            return ModuleSpec(name, SourceFileLoader(name, base + ".py"), origin=base + ".py")
        if found == "d":
            namespace.append(base)
    if namespace:
        spec = ModuleSpec(name, NamespaceLoader(), is_package=True)
        spec.submodule_search_locations += namespace
        return spec


def find_spec(name, outer=None):
    path = None
    if outer is not None:
        path = getattr(outer, "__path__", None)
        if path is None and hasattr(outer, "__spec__"):
            raise ModuleNotFoundError("No module named %r; %r is not a package" % (name, name.rpartition(".")[0]))
        if path is None or isinstance(path, str):
            return None
    for finder in sys.meta_path:
        found = finder.find_spec(name, path, None) if hasattr(finder, "find_spec") else None
        if found is not None:
            return found
    if not _filesystem.places():
        return None
    return spec_of(name, _search_path() if path is None else path)


# A module that is in sys.modules under this name from now on.
def make(spec):
    module = spec.loader.create_module(spec) if hasattr(spec.loader, "create_module") else None
    if module is None:
        module = _os.module(spec.name)
    else:
        sys.modules[spec.name] = module
    given = {"__name__": spec.name, "__loader__": spec.loader, "__package__": spec.parent, "__spec__": spec}
    if spec.submodule_search_locations is not None:
        given["__path__"] = spec.submodule_search_locations
    if spec.origin is not None:
        given["__file__"] = spec.origin
    for name, value in given.items():
        try:
            setattr(module, name, value)
        except AttributeError:
            pass
    return module


def load(spec):
    module = make(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(spec.name, None)
        raise
    return sys.modules.get(spec.name, module)


def find(name, outer):
    spec = find_spec(name, outer)
    if spec is None:
        return None
    module = load(spec)
    if outer is not None:
        setattr(outer, name.rpartition(".")[2], module)
    return module
