"""ipaddress: addresses and networks of the Internet, versions 4 and 6."""

from functools import total_ordering

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _parse4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError("Expected 4 octets in %r" % text)
    value = 0
    for part in parts:
        why = None
        if not part:
            why = "Empty octet not permitted"
        elif not (part.isdigit() and part.isascii()):
            why = "Only decimal digits permitted in %r" % part
        elif len(part) > 3:
            why = "At most 3 characters permitted in %r" % part
        elif part != "0" and part[0] == "0":
            why = "Leading zeros are not permitted in %r" % part
        elif int(part) > 255:
            why = "Octet %d (> 255) not permitted" % int(part)
        if why:
            raise AddressValueError("%s in %r" % (why, text))
        value = value << 8 | int(part)
    return value


def _text4(value):
    return ".".join([str(value >> shift & 255) for shift in (24, 16, 8, 0)])


def _parse6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError("At least 3 parts expected in %r" % text)
    if "." in parts[-1]:
        try:
            low = _parse4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError("%s in %r" % (error, text))
        parts += ["%x" % (low >> 16), "%x" % (low & 65535)]
    if len(parts) > 9:
        raise AddressValueError("At most 8 colons permitted in %r" % text)
    gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
    if len(gaps) > 1:
        raise AddressValueError("At most one '::' permitted in %r" % text)
    if gaps:
        high, low = parts[: gaps[0]], parts[gaps[0] + 1 :]
        if not high[0]:
            high = high[1:]
            if high:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
        if not low[-1]:
            low = low[:-1]
            if low:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
        missing = 8 - len(high) - len(low)
        if missing < 1:
            raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        parts = high + ["0"] * missing + low
    elif len(parts) != 8:
        raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
    elif not parts[0]:
        raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
    elif not parts[-1]:
        raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
    value = 0
    for part in parts:
        if not part or any([c not in "0123456789abcdefABCDEF" for c in part]):
            raise AddressValueError("Only hex digits permitted in %r in %r" % (part, text))
        if len(part) > 4:
            raise AddressValueError("At most 4 characters permitted in %r in %r" % (part, text))
        value = value << 16 | int(part, 16)
    return value


def _text6(value):
    groups = [value >> shift & 65535 for shift in range(112, -1, -16)]
    best, start, i = 1, -1, 0
    while i < 8:
        n = 0
        while i + n < 8 and not groups[i + n]:
            n += 1
        if n > best:
            best, start = n, i
        i += n or 1
    words = ["%x" % group for group in groups]
    if start < 0:
        return ":".join(words)
    return ":".join(words[:start]) + "::" + ":".join(words[start + best :])


@total_ordering
class _Address:
    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, self.version))
            if address >> self.max_prefixlen:
                raise AddressValueError("%d (>= 2**%d) is not permitted as an IPv%d address" % (address, self.max_prefixlen, self.version))
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError("%r (len %d != %d) is not permitted as an IPv%d address" % (
                    address, len(address), self.max_prefixlen // 8, self.version))
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError("Unexpected '/' in %r" % text)
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._text(self._ip)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def __eq__(self, other):
        return self._ip == other._ip and self.version == other.version if isinstance(other, _Address) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, n):
        return type(self)(self._ip + n) if isinstance(n, int) else NotImplemented

    def __sub__(self, n):
        return type(self)(self._ip - n) if isinstance(n, int) else NotImplemented

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        if spec[-1] == "n":
            spec = spec[:-1] + ("b" if self.version == 4 else "x")
        if spec[-1] in "bxX" and "0" not in spec[:-1]:
            width = self.max_prefixlen if spec[-1] == "b" else self.max_prefixlen // 4
            spec = spec[:-1] + "0%d" % (width + 2 * ("#" in spec)) + spec[-1]
        return format(self._ip, spec)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def compressed(self):
        return str(self)

    @property
    def exploded(self):
        if self.version == 4:
            return str(self)
        return ":".join(["%04x" % (self._ip >> shift & 65535) for shift in range(112, -1, -16)])

    @property
    def reverse_pointer(self):
        if self.version == 4:
            return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"
        return ".".join(self.exploded.replace(":", "")[::-1]) + ".ip6.arpa"

    def _in(self, names):
        return any([self in network for network in _nets(self.version, names)])

    @property
    def is_multicast(self):
        return self._in("multicast")

    @property
    def is_private(self):
        return self._in("private")

    @property
    def is_global(self):
        return self not in _nets(4, "shared")[0] and not self.is_private if self.version == 4 else not self.is_private

    @property
    def is_reserved(self):
        return self._in("reserved")

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in("loopback")

    @property
    def is_link_local(self):
        return self._in("linklocal")


class IPv4Address(_Address):
    version, max_prefixlen = 4, 32
    _parse = staticmethod(_parse4)
    _text = staticmethod(_text4)


class IPv6Address(_Address):
    version, max_prefixlen = 6, 128
    _text = staticmethod(_text6)
    scope_id = None

    @staticmethod
    def _parse(text):
        return _parse6(text.split("%")[0])

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return self._in("private") if mapped is None else mapped.is_private

    @property
    def is_site_local(self):
        return self._in("sitelocal")

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None


_RANGES = {
    (4, "multicast"): "224.0.0.0/4",
    (4, "private"): "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 192.0.2.0/24 "
                    "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32",
    (4, "shared"): "100.64.0.0/10",
    (4, "reserved"): "240.0.0.0/4",
    (4, "loopback"): "127.0.0.0/8",
    (4, "linklocal"): "169.254.0.0/16",
    (6, "multicast"): "ff00::/8",
    (6, "private"): "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 fc00::/7 fe80::/10",
    (6, "reserved"): "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 "
                     "f000::/5 f800::/6 fe00::/9",
    (6, "loopback"): "::1/128",
    (6, "linklocal"): "fe80::/10",
    (6, "sitelocal"): "fec0::/10",
}


def _nets(version, name):
    found = _RANGES[version, name]
    if isinstance(found, str):
        found = _RANGES[version, name] = [ip_network(text) for text in found.split()]
    return found


def _prefix(text, bits, owner):
    """The length that a mask has, or that is written."""
    if isinstance(text, int):
        n = text
    else:
        text = str(text)
        if text.isdigit():
            n = int(text)
        elif bits == 128:
            raise NetmaskValueError("%r is not a valid netmask" % text)
        else:
            try:
                mask = _parse4(text)
            except AddressValueError:
                raise NetmaskValueError("%r is not a valid netmask" % text)
            whole = (1 << bits) - 1
            for value in (mask, mask ^ whole):
                rest = value ^ whole
                if rest & rest + 1 == 0:
                    return bits - rest.bit_length()
            raise NetmaskValueError("%r is not a valid netmask" % text)
    if not 0 <= n <= bits:
        raise NetmaskValueError("%r is not a valid netmask" % (text,))
    return n


def _parts(address, kind):
    """An address, and its length."""
    if isinstance(address, tuple):
        address, rest = address[0], address[1] if len(address) > 1 else kind.max_prefixlen
    elif isinstance(address, (int, bytes)):
        rest = kind.max_prefixlen
    else:
        pieces = str(address).split("/")
        if len(pieces) > 2:
            raise AddressValueError("Only one '/' permitted in %r" % str(address))
        address, rest = pieces[0], pieces[1] if len(pieces) > 1 else kind.max_prefixlen
    return kind(address), _prefix(rest, kind.max_prefixlen, kind)


@total_ordering
class _Network:
    def __init__(self, address, strict=True):
        found, self.prefixlen = _parts(address, self._kind)
        self.version, self.max_prefixlen = found.version, found.max_prefixlen
        mask = self._mask()
        if found._ip & mask != found._ip:
            if strict:
                raise ValueError("%s has host bits set" % self._with(found))
            found = self._kind(found._ip & mask)
        self.network_address = found

    def _with(self, address):
        return "%s/%d" % (address, self.prefixlen)

    def _mask(self):
        return (1 << self.max_prefixlen) - (1 << self.max_prefixlen - self.prefixlen)

    @property
    def netmask(self):
        return self._kind(self._mask())

    @property
    def hostmask(self):
        return self._kind((1 << self.max_prefixlen - self.prefixlen) - 1)

    @property
    def broadcast_address(self):
        return self._kind(self.network_address._ip | self.hostmask._ip)

    @property
    def num_addresses(self):
        return 1 << self.max_prefixlen - self.prefixlen

    def __str__(self):
        return self._with(self.network_address)

    with_prefixlen = compressed = property(__str__)

    @property
    def exploded(self):
        return self._with(self.network_address.exploded)

    @property
    def with_netmask(self):
        return "%s/%s" % (self.network_address, self.netmask)

    @property
    def with_hostmask(self):
        return "%s/%s" % (self.network_address, self.hostmask)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, str(self))

    def _key(self):
        return self.network_address._ip, self.prefixlen

    def __eq__(self, other):
        return self.version == other.version and self._key() == other._key() if isinstance(other, _Network) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def __contains__(self, other):
        if isinstance(other, _Network):
            return False
        return self.version == other.version and other._ip & self._mask() == self.network_address._ip

    def __iter__(self):
        first = self.network_address._ip
        for i in range(self.num_addresses):
            yield self._kind(first + i)

    def __getitem__(self, n):
        if not -self.num_addresses <= n < self.num_addresses:
            raise IndexError("address out of range")
        return self._kind(self.network_address._ip + (n if n >= 0 else self.num_addresses + n))

    def hosts(self):
        first, last = self.network_address._ip, self.broadcast_address._ip
        if self.num_addresses == 1:
            return [self._kind(first)]
        if self.num_addresses == 2:
            return [self._kind(first), self._kind(last)]
        return self._between(first + 1, last + (self.version == 6))

    def _between(self, first, end):
        for value in range(first, end):
            yield self._kind(value)

    def overlaps(self, other):
        return other.network_address in self or other.broadcast_address in self or self.network_address in other

    def subnet_of(self, other):
        if self.version != other.version:
            raise TypeError("%s and %s are not of the same version" % (self, other))
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self.prefixlen + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (length, self))
        size = 1 << self.max_prefixlen - length
        first = self.network_address._ip
        for i in range(1 << prefixlen_diff):
            yield type(self)((first + i * size, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:
                raise ValueError("new prefix must be shorter")
            prefixlen_diff = self.prefixlen - new_prefix
        length = self.prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" % (self.prefixlen, prefixlen_diff))
        return type(self)((self.network_address._ip, length), strict=False)

    def address_exclude(self, other):
        if not other.subnet_of(self):
            raise ValueError("%s not contained in %s" % (other, self))
        left = self
        while left != other:
            for half in list(left.subnets()):
                if other.subnet_of(half):
                    kept = half
                else:
                    yield half
            left = kept

    def compare_networks(self, other):
        return (self > other) - (self < other)

    def __getattr__(self, name):
        if name in ("is_multicast", "is_reserved", "is_loopback", "is_private", "is_link_local", "is_unspecified", "is_global",
                    "is_site_local"):
            return getattr(self.network_address, name) and getattr(self.broadcast_address, name)
        raise AttributeError(name)


class IPv4Network(_Network):
    _kind = IPv4Address


class IPv6Network(_Network):
    _kind = IPv6Address


class _Interface:
    def _set(self, address):
        found, length = _parts(address, self._plain)
        self._ip = found._ip
        self.network = self._net((self._ip, length), strict=False)
        self._prefixlen = length

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def netmask(self):
        return self.network.netmask

    @property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return "%s/%d" % (self.ip, self._prefixlen)

    with_prefixlen = property(__str__)

    @property
    def with_netmask(self):
        return "%s/%s" % (self.ip, self.netmask)

    def __eq__(self, other):
        return isinstance(other, _Interface) and str(self) == str(other)

    def __hash__(self):
        return hash((self._ip, self._prefixlen))


class IPv4Interface(_Interface, IPv4Address):
    _net, _plain = IPv4Network, IPv4Address

    def __init__(self, address):
        self._set(address)


class IPv6Interface(_Interface, IPv6Address):
    _net, _plain = IPv6Network, IPv6Address

    def __init__(self, address):
        self._set(address)


def _either(kinds, address, what, *more):
    for kind in kinds:
        try:
            return kind(address, *more)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 %s" % (address, what))


def ip_address(address):
    return _either((IPv4Address, IPv6Address), address, "address")


def ip_network(address, strict=True):
    return _either((IPv4Network, IPv6Network), address, "network", strict)


def ip_interface(address):
    return _either((IPv4Interface, IPv6Interface), address, "interface")


def v4_int_to_packed(address):
    return address.to_bytes(4, "big")


def v6_int_to_packed(address):
    return address.to_bytes(16, "big")


def summarize_address_range(first, last):
    if first.version != last.version:
        raise TypeError("%s and %s are not of the same version" % (first, last))
    if first > last:
        raise ValueError("last IP address must be greater than first")
    net = IPv4Network if first.version == 4 else IPv6Network
    low, high, bits = first._ip, last._ip, first.max_prefixlen
    while low <= high:
        size = min((low & -low).bit_length() - 1 if low else bits, (high - low + 1).bit_length() - 1)
        yield net((low, bits - size))
        low += 1 << size


def collapse_addresses(addresses):
    left = []
    for one in addresses:
        left.append(one if isinstance(one, _Network) else (IPv4Network if one.version == 4 else IPv6Network)(one._ip))
    if len({net.version for net in left}) > 1:
        raise TypeError("%s and %s are not of the same version" % (left[0], left[1]))
    done = []
    for net in sorted(set(left)):
        while True:
            if done and net.subnet_of(done[-1]):
                break
            if done and done[-1].prefixlen == net.prefixlen and net.prefixlen and done[-1].supernet() == net.supernet():
                net = done.pop().supernet()
                continue
            done.append(net)
            break
    return iter(done)


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    return obj.version, obj
