"""zipimport: its names. A granted archive is imported from sys.path."""


class ZipImportError(ImportError):
    pass


class zipimporter:
    def __init__(self, path):
        raise ZipImportError("not a Zip file: %r; granted archives are imported from sys.path" % path)
