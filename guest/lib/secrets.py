"""secrets: chance from the host, which has to grant it."""

from binascii import b2a_base64, hexlify
from os import urandom

DEFAULT_ENTROPY = 32


def token_bytes(nbytes=None):
    return urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return hexlify(token_bytes(nbytes)).decode()


def token_urlsafe(nbytes=None):
    text = b2a_base64(token_bytes(nbytes)).decode().strip().rstrip("=")
    return text.replace("+", "-").replace("/", "_")


def randbits(k):
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    return int.from_bytes(urandom((k + 7) // 8), "big") >> -k % 8


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = len(bin(exclusive_upper_bound)) - 2
    while True:
        n = randbits(bits)
        if n < exclusive_upper_bound:
            return n


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def compare_digest(a, b):
    if isinstance(a, str):
        a, b = a.encode(), b.encode()
    different = len(a) ^ len(b)
    for x, y in zip(a, b):
        different |= x ^ y
    return different == 0
