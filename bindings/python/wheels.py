#!/usr/bin/env python3
"""Wheels for other machines, made on this one: PyPI's ziglang is the compiler.

    wheels.py TREE FOLDER [TAG…]

TREE is what an sdist holds; a wheel for each tag goes into FOLDER. What comes out is code
for the machine that its tag names, and is not run here: tests/wheels/try.
"""

import glob
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile

# The tag, what zig calls the machine, and what Python does.
TARGETS = {
    "manylinux_2_28_aarch64": ("aarch64-linux-gnu.2.28", "linux-aarch64"),
    "musllinux_1_2_x86_64": ("x86_64-linux-musl", "linux-x86_64"),
    "musllinux_1_2_aarch64": ("aarch64-linux-musl", "linux-aarch64"),
    "macosx_11_0_x86_64": ("x86_64-macos.11.0", "macosx-11.0-x86_64"),
    "macosx_11_0_arm64": ("aarch64-macos.11.0", "macosx-11.0-arm64"),
}
# All that the limited API's headers ask of a 64-bit Unix; this machine's own pyconfig.h
# tells of headers that others lack.
PYCONFIG = """
#define SIZEOF_SHORT 2
#define SIZEOF_INT 4
#define SIZEOF_LONG 8
#define SIZEOF_LONG_LONG 8
#define SIZEOF_VOID_P 8
#define SIZEOF_SIZE_T 8
#define SIZEOF_WCHAR_T 4
#define ALIGNOF_MAX_ALIGN_T 16
#define HAVE_STDARG_PROTOTYPES 1
#define HAVE_SYS_STAT_H 1
#define HAVE_SYS_TIME_H 1
#define HAVE_UNISTD_H 1
#define HAVE_WCHAR_H 1
#define WITH_DOC_STRINGS 1
"""


# How a shared library begins: ELF's and Mach-O's mark, and where the machine stands.
BEGINNINGS = {
    "linux_aarch64": (b"\x7fELF", 18, b"\xb7\x00"),
    "linux_x86_64": (b"\x7fELF", 18, b"\x3e\x00"),
    "macos_aarch64": (b"\xcf\xfa\xed\xfe", 4, b"\x0c\x00\x00\x01"),
    "macos_x86_64": (b"\xcf\xfa\xed\xfe", 4, b"\x07\x00\x00\x01"),
}


def check(wheel, target):
    """That its extension is for the target."""
    machine, system = target.split(".")[0].split("-")[:2]
    mark, at, number = BEGINNINGS[f"{system}_{machine}"]
    with zipfile.ZipFile(wheel) as file:
        code = file.read("vitrine/_core.abi3.so")
    if not code.startswith(mark) or code[at : at + len(number)] != number:
        sys.exit(f"wheels: {wheel} is not for {target}")


def headers(folder):
    """Python's, with a pyconfig.h for any of the targets."""
    into = os.path.join(folder, "include")
    shutil.copytree(sysconfig.get_path("include"), into)
    with open(os.path.join(into, "pyconfig.h"), "w", encoding="utf-8") as file:
        file.write(PYCONFIG)
    return into


def build(tree, folder, tag, include):
    target, host = TARGETS[tag]
    compiler = f"{sys.executable} -m ziglang cc -target {target}"
    undefined = " -Wl,-undefined,dynamic_lookup" if "macos" in target else ""
    environment = dict(os.environ, CC=compiler, LDSHARED=f"{compiler} -shared{undefined}",
                       CFLAGS=f"-I{include} -fno-sanitize=all", VITRINE_TARGET=target,
                       _PYTHON_HOST_PLATFORM=host)  # fmt: skip
    environment.pop("VITRINE_LIBRARY", None)
    shutil.rmtree(os.path.join(tree, "build"), ignore_errors=True)
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", out],
                              cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True)  # fmt: skip
        if done.returncode:
            sys.exit(f"wheels: {tag}\n{done.stdout[-3000:]}")
        (wheel,) = glob.glob(os.path.join(out, "*.whl"))
        subprocess.run([sys.executable, "-m", "wheel", "tags", "--remove", "--platform-tag", tag, wheel],
                       check=True, stdout=subprocess.DEVNULL)  # fmt: skip
        (wheel,) = glob.glob(os.path.join(out, "*.whl"))
        return shutil.move(wheel, os.path.join(folder, os.path.basename(wheel)))


def main():
    tree, folder, *tags = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        include = headers(work)
        for tag in tags or TARGETS:
            for old in glob.glob(os.path.join(folder, f"*-{tag}.whl")):
                os.remove(old)
            wheel = build(tree, folder, tag, include)
            check(wheel, TARGETS[tag][0])
            print(f"  {os.path.basename(wheel)}: {os.path.getsize(wheel):,} bytes", flush=True)


if __name__ == "__main__":
    main()
