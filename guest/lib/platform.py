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


class uname_result(tuple):
    _fields = "system", "node", "release", "version", "machine", "processor"

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError(name)

    def __repr__(self):
        return "uname_result(%s)" % ", ".join(["%s=%r" % pair for pair in zip(self._fields, self[:5])])


def uname():
    return uname_result((system(), node(), release(), version(), machine(), processor()))


def python_build():
    return "main", ""


def python_compiler():
    return ""


python_branch = python_revision = python_compiler


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def win32_edition():
    return None


def win32_is_iot():
    return False


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


def system_alias(system, release, version):
    return system, release, version


def freedesktop_os_release():
    raise OSError(2, "this sandbox is no distribution of Linux")
