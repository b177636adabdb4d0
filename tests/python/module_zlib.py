import codecs
import gzip
import io
import zlib

data = [b"", b"a", b"hello " * 1000, bytes(range(256)) * 10]
for d in data:
    for level in (-1, 0, 9):
        assert zlib.decompress(zlib.compress(d, level)) == d
    assert gzip.decompress(gzip.compress(d)) == d
    assert zlib.decompress(zlib.compress(d, wbits=-15), -15) == d
    assert zlib.decompress(zlib.compress(d, wbits=31), 47) == d
    print(len(d), zlib.crc32(d), zlib.adler32(d), zlib.crc32(d, 5), len(zlib.compress(b"x" * 10000)) < 200)
# What CPython's zlib wrote.
print(zlib.decompress(bytes.fromhex("789ccb48cdc9c95728cf2fca49d151c840700070800905")), gzip.decompress(bytes.fromhex("1f8b0800000000000203cb48cdc9c957c84090008088f9e511000000")))
c = zlib.compressobj()
z = c.compress(b"abc") + c.compress(b"def") + c.flush()
d = zlib.decompressobj()
print(zlib.decompress(z), d.decompress(z) + d.flush())
out = io.BytesIO()
with gzip.GzipFile(fileobj=out, mode="wb") as f:
    f.write(b"line1\nline2\n")
with gzip.GzipFile(fileobj=io.BytesIO(out.getvalue())) as f:
    print(f.read())
with gzip.open(io.BytesIO(out.getvalue()), "rt") as f:
    print(f.read())
for f in (lambda: zlib.decompress(b"not zlib data"), lambda: zlib.decompress(zlib.compress(b"abc" * 100)[:-8]), lambda: zlib.decompress(b""), lambda: gzip.decompress(b"nothing"), lambda: zlib.compress("text")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)
print(codecs.encode("Hello", "rot13"), codecs.decode("Uryyb", "rot13"), codecs.encode(b"\x01\xff", "hex"), codecs.decode(b"01ff", "hex"), codecs.encode("é", "utf-8"), codecs.decode(b"\xc3\xa9", "utf-8"), codecs.BOM_UTF8, codecs.lookup("utf8").name)
decoder = codecs.getincrementaldecoder("utf-8")()
print(decoder.decode(b"a\xc3"), decoder.decode(b"\xa9b"), codecs.getencoder("utf-8")("x"))
