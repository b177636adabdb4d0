import sys


def files(package):
    from pathlib import Path

    if isinstance(package, str):
        __import__(package)
        package = sys.modules[package]
    return Path(package.__path__[0])


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return (files(package) / resource).read_text(encoding, errors)


def read_binary(package, resource):
    return (files(package) / resource).read_bytes()
