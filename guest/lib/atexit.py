"""atexit: what is called when a run ends."""

import _filesystem
import _os


def register(func, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _os.at_end(_filesystem.finish)
    _filesystem.exits.append((func, args, kwargs))
    return func


def unregister(func):
    _filesystem.exits[:] = [entry for entry in _filesystem.exits if entry[0] != func]


def _clear():
    _filesystem.exits.clear()


def _ncallbacks():
    return len(_filesystem.exits)


def _run_exitfuncs():
    _filesystem.finish()
