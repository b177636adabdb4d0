# A stream class of the guest's own, written to by print and json.
import io
import json
class Upper(io.IOBase):
    def __init__(self):
        self.got = bytearray()
    def write(self, data):
        self.got += data.upper().encode()
        return len(data)
u = Upper()
print("abc", 5, file=u)
print(json.dumps({"k": [1, None]}), end="", file=u)
print(bytes(u.got))  # expect: b'ABC 5\n{"K": [1, NULL]}'
b = io.BytesIO()
w = io.BufferedWriter(b, 4)
w.write(b"ab")
print(b.getvalue())  # expect: b''
w.write(b"cdefg")
w.flush()
print(b.getvalue())  # expect: b'abcdefg'
