# hashlib: the digests of known texts, in pieces and at once.
import hashlib
from binascii import hexlify
print(hexlify(hashlib.sha256(b"abc").digest()).decode())
# expect: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
h = hashlib.sha256()
for i in range(100):
    h.update(b"chunk" + bytes([i]))
print(hexlify(h.digest()).decode())
# expect: 7ebf04bbb49bd6c6a1e9af450151be3f36c5694522c1e45345415499f76afebc
print(hexlify(hashlib.sha1(b"abc").digest()).decode())
# expect: a9993e364706816aba3e25717850c26c9cd0d89d
print(hexlify(hashlib.md5(b"abc").digest()).decode())  # expect: 900150983cd24fb0d6963f7d28e17f72
print(hexlify(hashlib.sha256(b"").digest())[:8])  # expect: b'e3b0c442'
