from os import _no_files

tempdir = None
mkdtemp = mkstemp = mktemp = gettempdir = NamedTemporaryFile = TemporaryFile = TemporaryDirectory = _no_files


def SpooledTemporaryFile(max_size=0, mode="w+b", **kwargs):
    from io import BytesIO, StringIO

    return BytesIO() if "b" in mode else StringIO()



