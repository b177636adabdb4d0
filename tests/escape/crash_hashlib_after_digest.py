# outcome: any
import hashlib

h = hashlib.sha256(b"x")
h.digest()
h.digest()
h.update(b"y")
h.digest()
