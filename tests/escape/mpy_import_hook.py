# Nothing loads compiled modules from memory.
# outcome: raised
import io
import vfs


class F(io.IOBase):
    def readinto(self, buf):
        return 0
