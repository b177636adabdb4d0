"""dbm.dumb: as dbm."""

from dbm import _Error as error, open as _open


def open(file, flag="c", mode=0o666):
    return _open(file, flag, mode)
