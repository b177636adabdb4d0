# Bytes that are no UTF-8 reach the host as replacement characters.
# expect-json: "a\ufffdb\n"
import sys

sys.stdout.buffer.write(b"a\xffb\n")
