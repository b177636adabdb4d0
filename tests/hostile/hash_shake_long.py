# outcome: out_of_memory
import hashlib

hashlib.shake_128(b"").digest(2**29)
