"""ftplib: its names and exceptions. There is no network to reach a server by."""

import _outside


class Error(Exception):
    pass


class error_reply(Error):
    pass


class error_temp(Error):
    pass


class error_perm(Error):
    pass


class error_proto(Error):
    pass


FTP_PORT = 21
all_errors = (Error, OSError, EOFError)
_METHODS = ("abort acct close connect cwd delete dir getwelcome login mkd mlsd nlst pwd quit rename retrbinary retrlines rmd "
            "sendcmd set_debuglevel set_pasv size storbinary storlines transfercmd voidcmd __enter__ __exit__")
FTP = _outside.absent_class(_outside.NETWORK, "ftplib", "FTP", _METHODS)
FTP_TLS = _outside.absent_class(_outside.NETWORK, "ftplib", "FTP_TLS", _METHODS + " auth prot_p prot_c", (FTP,))
