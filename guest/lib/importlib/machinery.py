from _importing import ModuleSpec, NamespaceLoader, SourceFileLoader

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = EXTENSION_SUFFIXES = []


def all_suffixes():
    return SOURCE_SUFFIXES
