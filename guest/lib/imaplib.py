"""imaplib: its names and exceptions. There is no network to reach a server by."""

import _outside

IMAP4_PORT, IMAP4_SSL_PORT = 143, 993
_METHODS = ("append authenticate capability check close copy create delete deleteacl enable expunge fetch getacl getquota list login logout "
            "lsub namespace noop open partial read readline recent rename response search select send setacl shutdown socket sort starttls "
            "status store subscribe thread uid unselect unsubscribe xatom __enter__ __exit__")
IMAP4 = _outside.absent_class(_outside.NETWORK, "imaplib", "IMAP4", _METHODS)
IMAP4_SSL = _outside.absent_class(_outside.NETWORK, "imaplib", "IMAP4_SSL", _METHODS, (IMAP4,))
IMAP4_stream = _outside.absent_class(_outside.PROCESS, "imaplib", "IMAP4_stream", _METHODS, (IMAP4,))


class _Error(Exception):
    pass


IMAP4.error = _Error
IMAP4.abort = type("abort", (_Error,), {})
IMAP4.readonly = type("readonly", (IMAP4.abort,), {})
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def Time2Internaldate(date_time):
    from datetime import datetime, timezone

    if isinstance(date_time, str):
        return date_time
    if isinstance(date_time, tuple):
        date_time = datetime(*date_time[:6], tzinfo=timezone.utc)
    elif not hasattr(date_time, "tzinfo"):
        date_time = datetime.fromtimestamp(date_time, timezone.utc)
    elif date_time.tzinfo is None:
        raise ValueError("date_time must be aware")
    return date_time.strftime('"%d-' + _MONTHS[date_time.month - 1] + '-%Y %H:%M:%S %z"')


def Int2AP(num):
    letters = ""
    num = abs(num)
    while num:
        num, at = divmod(num, 16)
        letters = "ABCDEFGHIJKLMNOP"[at] + letters
    return letters.encode()


def ParseFlags(resp):
    import re

    found = re.match(rb".*FLAGS \((?P<flags>[^\)]*)\)", resp)
    return tuple(found.group("flags").split()) if found else ()
