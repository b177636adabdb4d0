"""Builds the extension vitrine._core: core/, with the library and the command linked in.

native/ is put here by `make sdist` and `make wheel`: include/, src/ and cli/ of the
checkout, and the guest as C in generated/. VITRINE_LIBRARY names a libvitrine.a that
is linked instead of compiling native/src and native/generated anew.
"""

import glob
import os
import platform
import re
import sys
import sysconfig

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HOST = ["-std=c11", "-O2", "-g0", "-fvisibility=hidden", "-ffp-contract=off"]
# As the Makefile has it: the generated code runs where no host frame does.
GENERATED = HOST + ["-w", "-fno-asynchronous-unwind-tables", "-fno-strict-aliasing", "-fno-stack-protector", "-fno-math-errno",
                    "-fno-trapping-math", "-fno-tree-vectorize", "-iquote", "native/src"]
# Another machine than this one: what the compiler calls it (wheels.py).
TARGET = os.environ.get("VITRINE_TARGET", "")
MACOS = "macos" in TARGET or sys.platform == "darwin"
LINK = ["-lm", "-pthread"] if MACOS else ["-Wl,-z,nodelete,-z,relro,-z,now", "-s", "-lm", "-pthread"]
LIBRARY = os.environ.get("VITRINE_LIBRARY")
# core/glibc.c has the symbols of an older C library; elsewhere it is empty.
OLD_SYMBOLS = ["-Wl,--wrap=" + name for name in ("dlopen", "dlsym", "dlerror", "fstat", "fstatat", "lstat", "stat")]
if TARGET or platform.libc_ver()[0] != "glibc" or platform.machine() not in ("x86_64", "aarch64"):
    OLD_SYMBOLS = []
else:
    OLD_SYMBOLS += ["-Wl,--no-as-needed", "-ldl"]
# Only CPython without a GIL lacks the limited API.
LIMITED = not sysconfig.get_config_var("Py_GIL_DISABLED")


def version():
    with open("native/include/vitrine.h", encoding="utf-8") as header:
        return re.search(r'VITRINE_VERSION "(.*)"', header.read()).group(1)


class Build(build_ext):
    """The guest's C is not compiled with the flags of all else."""

    def build_extension(self, ext):
        if not LIBRARY:
            red_zone = ["-mno-red-zone"] if "x86_64" in self.plat_name else []
            ext.extra_objects = ext.extra_objects + self.compiler.compile(
                sorted(glob.glob("native/generated/*.c")), output_dir=self.build_temp,
                include_dirs=["native/include"], extra_postargs=GENERATED + red_zone)
        super().build_extension(ext)


sources = glob.glob("core/*.c") + [f for f in glob.glob("native/cli/*.c")
                                   if not f.endswith(("/command.c", "/lineedit.c"))]
# Plugins that are linked in; core/ has what web and sqlite stand on.
sources += ["native/plugins/" + name + ".c"
            for name in ("files", "scratch", "sqlitegrant", "web", "webgrant", "weburl")]
if not LIBRARY:
    sources += glob.glob("native/src/*.c")
core = Extension(
    "vitrine._core",
    sorted(sources),
    include_dirs=["native/include"],
    define_macros=[("VITRINE_LINKED", None), ("VITRINE_PYTHON", None)]
    + ([("Py_LIMITED_API", "0x03090000")] if LIMITED else []),
    extra_compile_args=HOST,
    extra_objects=[LIBRARY] if LIBRARY else [],
    extra_link_args=LINK + OLD_SYMBOLS,
    py_limited_api=LIMITED,
)
setup(
    version=version(),
    ext_modules=[core],
    cmdclass={"build_ext": Build},
    options={"bdist_wheel": {"py_limited_api": "cp39"}} if LIMITED else {},
)
