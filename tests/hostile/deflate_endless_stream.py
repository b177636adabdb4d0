# A stream that never says that it is over.
# limit: time=300ms
# outcome: out_of_time | raised | out_of_memory
import deflate
import io


class Zeros(io.IOBase):
    def readinto(self, buf):
        for i in range(len(buf)):
            buf[i] = 0
        return len(buf)


deflate.DeflateIO(Zeros(), deflate.RAW, 15).read()
