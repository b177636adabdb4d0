from os import _no_files

Error = OSError
copy = copy2 = copyfile = copymode = copystat = copytree = move = rmtree = disk_usage = chown = make_archive = unpack_archive = _no_files


def copyfileobj(fsrc, fdst, length=65536):
    while True:
        data = fsrc.read(length)
        if not data:
            break
        fdst.write(data)


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    from collections import namedtuple

    return namedtuple("os.terminal_size", "columns lines")(*fallback)
