"""smtplib: its names and exceptions. No mail leaves this sandbox."""

import _outside

SMTP_PORT, SMTP_SSL_PORT, CRLF = 25, 465, "\r\n"


class SMTPException(OSError):
    pass


class SMTPNotSupportedError(SMTPException):
    pass


class SMTPServerDisconnected(SMTPException):
    pass


class SMTPResponseException(SMTPException):
    def __init__(self, code, msg):
        self.smtp_code = code
        self.smtp_error = msg
        self.args = (code, msg)

    def __str__(self):
        return str(self.args)


class SMTPSenderRefused(SMTPResponseException):
    def __init__(self, code, msg, sender):
        self.smtp_code = code
        self.smtp_error = msg
        self.sender = sender
        self.args = (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    def __init__(self, recipients):
        self.recipients = recipients
        self.args = (recipients,)


class SMTPDataError(SMTPResponseException):
    pass


class SMTPConnectError(SMTPResponseException):
    pass


class SMTPHeloError(SMTPResponseException):
    pass


class SMTPAuthenticationError(SMTPResponseException):
    pass


_METHODS = ("close connect docmd ehlo ehlo_or_helo_if_needed helo help login mail noop quit rcpt rset send_message sendmail "
            "set_debuglevel starttls verify __enter__ __exit__")
SMTP = _outside.absent_class(_outside.NETWORK, "smtplib", "SMTP", _METHODS)
SMTP_SSL = _outside.absent_class(_outside.NETWORK, "smtplib", "SMTP_SSL", _METHODS, (SMTP,))
LMTP = _outside.absent_class(_outside.NETWORK, "smtplib", "LMTP", _METHODS, (SMTP,))
