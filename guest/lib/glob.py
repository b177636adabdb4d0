from os import scandir


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    scandir(pathname)


def escape(pathname):
    return "".join(["[" + c + "]" if c in "*?[" else c for c in pathname])


def has_magic(s):
    return "*" in s or "?" in s or "[" in s
