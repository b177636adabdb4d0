from email.mime.base import _MIMEData

_KINDS = ((b".snd", "basic"), (b"ID3", "mpeg"), (b"OggS", "ogg"), (b"fLaC", "flac"), (b"RIFF", "x-wav"))


class MIMEAudio(_MIMEData):
    def __init__(self, _audiodata, _subtype=None, _encoder=None, *, policy=None, **_params):
        if _subtype is None:
            _subtype = next((name for start, name in _KINDS if _audiodata.startswith(start)), None)
        if _subtype is None:
            raise TypeError("Could not find audio MIME subtype")
        _MIMEData.__init__(self, "audio", _audiodata, _subtype, _encoder, policy, _params)
