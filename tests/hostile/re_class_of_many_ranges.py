# limit: time=300ms
# outcome: out_of_time
import re

re.sub("[" + "".join(chr(0x4e00 + 2 * i) for i in range(5000)) + "]*", "", "\u4e01" * 100000)
