"""filecmp: files and directories compared."""

import os
from stat import S_ISDIR, S_ISREG

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]
BUFSIZE = 8192


def clear_cache():
    pass


def _signature(path):
    known = os.stat(path)
    return known.st_mode & 0o170000, known.st_size, known.st_mtime


def cmp(f1, f2, shallow=True):
    a, b = _signature(f1), _signature(f2)
    if not S_ISREG(a[0]) or not S_ISREG(b[0]):
        return False
    if shallow and a == b:
        return True
    if a[1] != b[1]:
        return False
    with open(f1, "rb") as one, open(f2, "rb") as other:
        while True:
            data = one.read(BUFSIZE)
            if data != other.read(BUFSIZE):
                return False
            if not data:
                return True


def cmpfiles(a, b, common, shallow=True):
    found = [], [], []
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            found[2].append(name)
        else:
            found[not same].append(name)
    return found


class dircmp:
    def __init__(self, a, b, ignore=None, hide=None):
        self.left, self.right = a, b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _names(self, folder):
        return sorted([name for name in os.listdir(folder) if name not in self.hide and name not in self.ignore])

    def _kinds(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                a, b = [os.stat(os.path.join(folder, name)).st_mode for folder in (self.left, self.right)]
            except OSError:
                self.common_funny.append(name)
                continue
            if a & 0o170000 != b & 0o170000:
                self.common_funny.append(name)
            elif S_ISDIR(a):
                self.common_dirs.append(name)
            elif S_ISREG(a):
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    # Each attribute is found when it is first asked for.
    def __getattr__(self, name):
        if name in ("left_list", "right_list"):
            value = self._names(getattr(self, name[:-5]))
        elif name in ("common", "left_only", "right_only"):
            left, right = self.left_list, self.right_list
            value = [n for n in left if n in right] if name == "common" else [n for n in left if n not in right] if name == "left_only" else [
                n for n in right if n not in left]
        elif name in ("common_dirs", "common_files", "common_funny"):
            self._kinds()
            return self.__dict__[name]
        elif name in ("same_files", "diff_files", "funny_files"):
            self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)
            return self.__dict__[name]
        elif name == "subdirs":
            value = {n: type(self)(os.path.join(self.left, n), os.path.join(self.right, n), self.ignore, self.hide) for n in self.common_dirs}
        else:
            raise AttributeError(name)
        self.__dict__[name] = value
        return value

    def report(self):
        print("diff", self.left, self.right)
        for text, names in (("Only in %s :" % self.left, self.left_only), ("Only in %s :" % self.right, self.right_only),
                            ("Identical files :", self.same_files), ("Differing files :", self.diff_files), ("Trouble with common files :", self.funny_files),
                            ("Common subdirectories :", self.common_dirs), ("Common funny cases :", self.common_funny)):
            if names:
                print(text, sorted(names))

    def report_partial_closure(self):
        self.report()
        for one in self.subdirs.values():
            print()
            one.report()

    def report_full_closure(self):
        self.report()
        for one in self.subdirs.values():
            print()
            one.report_full_closure()
