"""ssl: its names. Where the web is granted, the host does what there is of TLS."""

from enum import IntEnum

import _outside

TLSVersion = IntEnum("TLSVersion", [("MINIMUM_SUPPORTED", -2), ("SSLv3", 768), ("TLSv1", 769), ("TLSv1_1", 770), ("TLSv1_2", 771),
                                    ("TLSv1_3", 772), ("MAXIMUM_SUPPORTED", -1)])
VerifyMode = IntEnum("VerifyMode", [("CERT_NONE", 0), ("CERT_OPTIONAL", 1), ("CERT_REQUIRED", 2)])
Purpose = IntEnum("Purpose", [("SERVER_AUTH", 1), ("CLIENT_AUTH", 2)])
globals().update(VerifyMode.__members__)
PROTOCOL_TLS = PROTOCOL_SSLv23 = 2
PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 3, 4, 5, 16, 17
OP_ALL, OP_NO_SSLv2, OP_NO_SSLv3, OP_NO_TLSv1, OP_NO_TLSv1_1, OP_NO_COMPRESSION = 0x80000050, 0, 1 << 25, 1 << 26, 1 << 28, 1 << 17
HAS_SNI, HAS_TLSv1_3 = True, True
OPENSSL_VERSION = "none"


class SSLError(OSError):
    pass


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError
SSLSocket = _outside.absent_class(
    _outside.NETWORK, "ssl", "SSLSocket", "accept bind cipher close connect getpeercert listen read recv send sendall unwrap version write __enter__ __exit__")


class SSLContext:
    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = protocol
        self.check_hostname = protocol == PROTOCOL_TLS_CLIENT
        self.verify_mode = CERT_REQUIRED if self.check_hostname else CERT_NONE
        self.options = 0
        self.minimum_version = TLSVersion.MINIMUM_SUPPORTED
        self.maximum_version = TLSVersion.MAXIMUM_SUPPORTED


for _name in "wrap_socket wrap_bio load_cert_chain load_verify_locations load_default_certs set_ciphers set_alpn_protocols get_ca_certs".split():
    setattr(SSLContext, _name, _outside.refusal(_outside.NETWORK, "ssl.SSLContext." + _name))


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    return SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)


def _create_unverified_context(protocol=None):
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = CERT_NONE
    return context


_outside.functions(globals(), _outside.NETWORK, "wrap_socket get_server_certificate")
