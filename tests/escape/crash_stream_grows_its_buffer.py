# A write method that changes the buffer it was handed.
# outcome: any
import io
import json


class S(io.IOBase):
    def write(self, buf):
        buf += buf
        return len(buf)


json.dump([1, 2, {"a": "b" * 100}], S())
