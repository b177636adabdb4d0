from email import policy as _policy
from email.message import Message


class MIMEBase(Message):
    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        Message.__init__(self, policy or _policy.compat32)
        self.add_header("Content-Type", "%s/%s" % (_maintype, _subtype), **_params)
        self["MIME-Version"] = "1.0"


class MIMENonMultipart(MIMEBase):
    def attach(self, payload):
        from email.errors import MultipartConversionError

        raise MultipartConversionError("Cannot attach additional subparts to non-multipart/*")


# With the data in a form for mail.
class _MIMEData(MIMENonMultipart):
    def __init__(self, kind, data, subtype, encoder, policy, params):
        MIMENonMultipart.__init__(self, kind, subtype, policy=policy, **params)
        self.set_payload(data)
        if encoder is None:
            from email.encoders import encode_base64 as encoder
        encoder(self)
