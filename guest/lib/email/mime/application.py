from email.mime.base import _MIMEData


class MIMEApplication(_MIMEData):
    def __init__(self, _data, _subtype="octet-stream", _encoder=None, *, policy=None, **_params):
        if _subtype is None:
            raise TypeError("Invalid application MIME subtype")
        _MIMEData.__init__(self, "application", _data, _subtype, _encoder, policy, _params)
