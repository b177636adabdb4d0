from _hashlib import new


def md5(data=b"", *, usedforsecurity=True):
    return new("md5", data)


def sha1(data=b"", *, usedforsecurity=True):
    return new("sha1", data)


def sha224(data=b"", *, usedforsecurity=True):
    return new("sha224", data)


def sha256(data=b"", *, usedforsecurity=True):
    return new("sha256", data)


def sha384(data=b"", *, usedforsecurity=True):
    return new("sha384", data)


def sha512(data=b"", *, usedforsecurity=True):
    return new("sha512", data)


def sha3_224(data=b"", *, usedforsecurity=True):
    return new("sha3_224", data)


def sha3_256(data=b"", *, usedforsecurity=True):
    return new("sha3_256", data)


def sha3_384(data=b"", *, usedforsecurity=True):
    return new("sha3_384", data)


def sha3_512(data=b"", *, usedforsecurity=True):
    return new("sha3_512", data)


def shake_128(data=b"", *, usedforsecurity=True):
    return new("shake_128", data)


def shake_256(data=b"", *, usedforsecurity=True):
    return new("shake_256", data)


def blake2b(data=b"", *, digest_size=64, key=b"", usedforsecurity=True):
    return new("blake2b", data, digest_size=digest_size, key=key)


def blake2s(data=b"", *, digest_size=32, key=b"", usedforsecurity=True):
    return new("blake2s", data, digest_size=digest_size, key=key)


algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
    "shake_128", "shake_256", "blake2b", "blake2s",
}
algorithms_available = set(algorithms_guaranteed)


def file_digest(fileobj, digest):
    h = new(digest) if isinstance(digest, str) else digest()
    while True:
        block = fileobj.read(65536)
        if not block:
            return h
        h.update(block)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    start = hmac.new(password, digestmod=hash_name)
    dklen = dklen or start.digest_size
    result = b""
    block = 0
    while len(result) < dklen:
        block += 1
        h = start.copy()
        h.update(salt + block.to_bytes(4, "big"))
        last = h.digest()
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            h = start.copy()
            h.update(last)
            last = h.digest()
            total ^= int.from_bytes(last, "big")
        result += total.to_bytes(start.digest_size, "big")
    return result[:dklen]
