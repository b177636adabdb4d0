from email.mime.base import _MIMEData

_KINDS = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"), (b"MM\0*", "tiff"))


class MIMEImage(_MIMEData):
    def __init__(self, _imagedata, _subtype=None, _encoder=None, *, policy=None, **_params):
        if _subtype is None:
            _subtype = next((name for start, name in _KINDS if _imagedata.startswith(start)), None)
            if _subtype is None and _imagedata[:4] == b"RIFF" and _imagedata[8:12] == b"WEBP":
                _subtype = "webp"
        if _subtype is None:
            raise TypeError("Could not guess image MIME subtype")
        _MIMEData.__init__(self, "image", _imagedata, _subtype, _encoder, policy, _params)
