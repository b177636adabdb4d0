"""socket: its names, and what needs no network. There are no sockets in this sandbox."""

from enum import IntEnum

import _outside

AddressFamily = IntEnum("AddressFamily", [("AF_UNSPEC", 0), ("AF_UNIX", 1), ("AF_INET", 2), ("AF_INET6", 10), ("AF_PACKET", 17)])
SocketKind = IntEnum("SocketKind", [("SOCK_STREAM", 1), ("SOCK_DGRAM", 2), ("SOCK_RAW", 3), ("SOCK_NONBLOCK", 2048), ("SOCK_CLOEXEC", 524288)])
AddressInfo = IntEnum("AddressInfo", [("AI_PASSIVE", 1), ("AI_CANONNAME", 2), ("AI_NUMERICHOST", 4), ("AI_NUMERICSERV", 1024)])
for _kind in (AddressFamily, SocketKind, AddressInfo):
    globals().update(_kind.__members__)
SOL_SOCKET, SOMAXCONN, INADDR_ANY, INADDR_BROADCAST, INADDR_LOOPBACK = 1, 4096, 0, 0xFFFFFFFF, 0x7F000001
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT = 1, 2, 3, 4, 6, 7, 8, 9, 13, 15
SO_RCVTIMEO, SO_SNDTIMEO = 20, 21
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, IPV6_V6ONLY = 1, 4, 5, 6, 26
IP_TTL, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP, IP_HDRINCL = 2, 33, 34, 35, 3
MSG_OOB, MSG_PEEK, MSG_DONTWAIT, MSG_WAITALL, MSG_NOSIGNAL = 1, 2, 64, 256, 16384
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2
EAI_NONAME, EAI_AGAIN, EAI_FAIL, EAI_SERVICE = -2, -3, -4, -8
has_ipv6 = True
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


socket = SocketType = _outside.absent_class(
    _outside.NETWORK, "socket", "socket",
    "accept bind close connect connect_ex detach dup fileno getblocking getpeername getsockname getsockopt gettimeout listen makefile "
    "recv recv_into recvfrom recvfrom_into recvmsg send sendall sendfile sendmsg sendto set_inheritable setblocking setsockopt settimeout "
    "shutdown __enter__ __exit__")
_outside.functions(
    globals(), _outside.NETWORK,
    "create_server fromfd getaddrinfo gethostbyaddr gethostbyname gethostbyname_ex getnameinfo if_nameindex if_nametoindex socketpair")
_PORTS = {"ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123, "imap2": 143, "https": 443}
_default_timeout = None


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    made = socket(AF_INET, SOCK_STREAM)
    if timeout is not None:
        made.settimeout(timeout)
    if source_address:
        made.bind(source_address)
    made.connect(address)
    return made


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def gethostname():
    return "sandbox"


def getfqdn(name=""):
    return name or gethostname()


def has_dualstack_ipv6():
    return False


def getservbyname(name, protocol="tcp"):
    if name not in _PORTS:
        raise OSError("service/proto not found")
    return _PORTS[name]


def getservbyport(port, protocol="tcp"):
    for name, known in _PORTS.items():
        if known == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(name):
    known = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41}
    if name not in known:
        raise OSError("protocol not found")
    return known[name]


def _turned(x, size, kind):
    if x < 0:
        raise OverflowError("can't convert negative value to unsigned int" if size == 4 else "%s: can't convert negative Python int to C 16-bit unsigned integer" % kind)
    if x >> (8 * size):
        raise OverflowError("int larger than 32 bits" if size == 4 else "%s: Python int too large to convert to C 16-bit unsigned integer" % kind)
    return int.from_bytes(x.to_bytes(size, "big"), "little")


def htons(x):
    return _turned(x, 2, "htons")


def ntohs(x):
    return _turned(x, 2, "ntohs")


def htonl(x):
    return _turned(x, 4, "htonl")


def ntohl(x):
    return _turned(x, 4, "ntohl")


# Its numbers may be hexadecimal or octal, and the last one takes the bytes that are left.
def inet_aton(ip_address):
    try:
        numbers = [int(n, 16) if n[:2].lower() == "0x" else int(n, 8 if n[:1] == "0" else 10) for n in ip_address.strip().split(".")]
        return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(numbers), "big")
    except (ValueError, OverflowError):
        raise OSError("illegal IP address string passed to inet_aton")


def inet_ntoa(packed_ip):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join([str(n) for n in packed_ip])


def inet_pton(address_family, ip_string):
    from ipaddress import IPv4Address, IPv6Address

    if address_family not in (AF_INET, AF_INET6):
        raise OSError(97, "Address family not supported by protocol")
    try:
        return (IPv4Address if address_family == AF_INET else IPv6Address)(ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton")


def inet_ntop(address_family, packed_ip):
    from ipaddress import IPv6Address

    if address_family == AF_INET:
        if len(packed_ip) != 4:
            raise ValueError("invalid length of packed IP address string")
        return inet_ntoa(packed_ip)
    if address_family != AF_INET6:
        raise ValueError("unknown address family %d" % address_family)
    if len(packed_ip) != 16:
        raise ValueError("invalid length of packed IP address string")
    return str(IPv6Address(bytes(packed_ip)))
