import ipaddress
from ipaddress import *


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("192.168.0.1", "10.0.0.1", "8.8.8.8", "127.0.0.1", "169.254.1.1", "224.0.0.1", "0.0.0.0", "255.255.255.255", "100.64.0.1", "::1", "2001:db8::1",
             "fe80::1", "::ffff:1.2.3.4", "ff02::1", "2001:0:0:1:0:0:0:1", "1:2:3:4:5:6:7:8", "::", "1::"):
    a = ip_address(text)
    print(a, repr(a), int(a), a.packed, a.exploded, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved, a.is_unspecified, a.version, a.max_prefixlen, a.reverse_pointer)
for text in ("256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "a.b.c.d", "", ":::1", "1:2", "1::2::3", "12345::", "::g", "1.2.3.4/24"):
    attempt(ip_address, text)
    attempt(IPv4Address, text)
    attempt(IPv6Address, text)
attempt(IPv4Address, -1)
attempt(IPv4Address, 1 << 32)
attempt(IPv4Address, b"\x01\x02\x03\x04")
n = ip_network("192.168.1.0/29")
print(n, repr(n), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, list(n.hosts()), n[1], n[-1], len(list(n)))
print(n.with_netmask, n.with_hostmask, n.prefixlen, ip_address("192.168.1.3") in n, ip_address("192.168.2.3") in n, n.is_private)
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=24))
print(list(ip_network("10.0.0.0/30").address_exclude(ip_network("10.0.0.0/32"))))
print(n.overlaps(ip_network("192.168.1.4/30")), n.subnet_of(ip_network("192.168.0.0/16")), n.supernet_of(ip_network("192.168.1.0/30")))
attempt(ip_network, "192.168.1.1/24")
attempt(ip_network, "192.168.1.1/24", strict=False)
attempt(ip_network, "192.168.1.0/255.255.255.0")
attempt(ip_network, "192.168.1.0/33")
attempt(IPv4Network, "1.0.0.0/0.0.0.255")
attempt(IPv4Network, "1.0.0.0/255.0.255.0")
attempt(ip_network, "2001:db8::/126")
print(list(ip_network("2001:db8::/126").hosts()))
i = ip_interface("192.168.1.5/24")
print(i, i.ip, i.network, i.netmask, i.with_netmask)
print(IPv4Address("1.2.3.4") + 3, IPv4Address("1.2.3.4") - 3, IPv4Address("1.2.3.4") < IPv4Address("1.2.3.5"), sorted([ip_address("9.9.9.9"), ip_address("1.1.1.1")]))
print(list(summarize_address_range(IPv4Address("192.0.2.0"), IPv4Address("192.0.2.130"))))
print(list(collapse_addresses([ip_network("192.0.2.0/25"), ip_network("192.0.2.128/25"), ip_network("10.0.0.0/8"), ip_network("10.1.0.0/16")])))
attempt(lambda: ip_address("1.1.1.1") < ip_address("::1"))
print(len({ip_address("1.1.1.1"), ip_address("1.1.1.1"), ip_address("1.1.1.2")}), format(IPv4Address("1.2.3.4"), "b"), f"{IPv4Address('1.2.3.4'):x}", ip_address("::ffff:1.2.3.4").ipv4_mapped)
print(ip_network("10.0.0.0/31").num_addresses, list(ip_network("10.0.0.0/31").hosts()), list(ip_network("10.0.0.1/32").hosts()))
