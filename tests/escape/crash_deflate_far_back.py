# A copy from before the start of the window.
# outcome: any
import deflate
import io

deflate.DeflateIO(io.BytesIO(b"\x4b\x04\x72\x00\xff\xff\x03\x43\x93\x10\x00"), deflate.RAW,
                  5).read()
