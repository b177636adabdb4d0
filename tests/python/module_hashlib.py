# Every hash function, over lengths around the ends of their blocks.
import hashlib
import hmac

NAMES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]
LENGTHS = [0, 1, 3, 55, 56, 57, 63, 64, 65, 71, 72, 73, 103, 104, 111, 112, 113, 127, 128, 129, 135, 136, 137, 143, 144, 145, 200, 255, 256, 257, 1000]
data = bytes(i * 7 % 256 for i in range(1000))
for name in NAMES:
    make = getattr(hashlib, name)
    total = make()
    for n in LENGTHS:
        total.update(make(data[:n]).digest())
    h = hashlib.new(name, b"abc")
    print(name, h.name, h.digest_size, h.block_size, make().hexdigest(), h.hexdigest(), total.hexdigest())
    copy = h.copy()
    copy.update(b"def")
    h.update(b"xyz")
    print(copy.hexdigest() == make(b"abcdef").hexdigest(), h.hexdigest() == make(b"abcxyz").hexdigest(), h.digest() == h.digest())
    pieces = make()
    for i in range(0, 1000, 37):
        pieces.update(data[i:i + 37])
    print(pieces.hexdigest() == make(data).hexdigest())
for name in ("shake_128", "shake_256"):
    h = hashlib.new(name, data)
    print(name, h.digest_size, h.block_size, h.hexdigest(10), h.hexdigest(400)[-40:], h.digest(0))
print(hashlib.blake2b(b"a", digest_size=20).hexdigest(), hashlib.blake2s(b"a", digest_size=1).hexdigest(), hashlib.blake2b(b"msg", key=b"key").hexdigest(), hashlib.blake2s(key=b"k" * 32).hexdigest())
print(hashlib.md5(bytearray(b"abc")).hexdigest(), hashlib.md5(memoryview(b"abc")).hexdigest(), hashlib.sha256(b"x", usedforsecurity=False).hexdigest())
for call in (lambda: hashlib.md5("text"), lambda: hashlib.new("md5").update("text"), lambda: hashlib.new("nothing")):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.new(b"k" * 200, b"m", hashlib.md5).hexdigest(), hmac.digest(b"k", b"m", "sha1").hex(), hmac.new(b"k", digestmod="sha512").name)
h = hmac.new(b"key", digestmod=hashlib.sha1)
h.update(b"a")
g = h.copy()
g.update(b"b")
print(h.hexdigest(), g.hexdigest(), hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"), h.digest_size, h.block_size)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 50).hex(), sorted(hashlib.algorithms_guaranteed)[:3])
