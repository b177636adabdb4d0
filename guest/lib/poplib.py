"""poplib: its names and exceptions. There is no network to reach a server by."""

import _outside


class error_proto(Exception):
    pass


POP3_PORT, POP3_SSL_PORT = 110, 995
_METHODS = "apop capa close dele getwelcome list noop pass_ quit retr rpop rset set_debuglevel stat stls top uidl user utf8"
POP3 = _outside.absent_class(_outside.NETWORK, "poplib", "POP3", _METHODS)
POP3_SSL = _outside.absent_class(_outside.NETWORK, "poplib", "POP3_SSL", _METHODS, (POP3,))
