"""email.encoders: what makes a payload one that mail carries."""


def encode_base64(msg):
    from base64 import encodebytes

    msg.set_payload(encodebytes(msg.get_payload(decode=True)).decode())
    msg["Content-Transfer-Encoding"] = "base64"


def encode_quopri(msg):
    from quopri import encodestring

    msg.set_payload(encodestring(msg.get_payload(decode=True), quotetabs=True).replace(b" ", b"=20").decode())
    msg["Content-Transfer-Encoding"] = "quoted-printable"


def encode_7or8bit(msg):
    msg["Content-Transfer-Encoding"] = "7bit" if msg.get_payload(decode=True).isascii() else "8bit"


def encode_noop(msg):
    pass
