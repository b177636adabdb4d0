"""A host function's exceptions, as the guest gets them.

Built-in exceptions and HostError keep type and message. Of any other the guest learns
the name of its class; the host's log has the rest.
"""

from __future__ import annotations

from .errors import HostError

LONGEST = 8192  # bytes of a message


def _text(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace").replace(b"\0", b"\\x00")


def _message(error: BaseException) -> str:
    if len(error.args) == 1 and isinstance(error.args[0], str):
        return error.args[0]
    return str(error)


def cross(function: str, error: BaseException) -> tuple[bytes, bytes]:
    """The type, or a code, and the message."""
    if isinstance(error, HostError):
        return _text(str(error.code)), _cut(_text(str(error.message)))
    name = type(error).__name__
    if type(error).__module__ == "builtins":
        return _text(name), _cut(_text(_message(error)))
    import logging

    logging.getLogger("vitrine").error(
        "host function %s() raised %s; the guest learns no more than that", function, name,
        exc_info=error,
    )  # fmt: skip
    return _text(name), b""


def _cut(text: bytes) -> bytes:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].decode("utf-8", "ignore").encode() + b" ..."
