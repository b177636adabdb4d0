# limit: time=300ms
# outcome: out_of_time
import binascii

block = bytes(20000000)
while True:
    binascii.crc32(block)
