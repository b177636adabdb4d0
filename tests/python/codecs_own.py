# Codecs and error handlers that a program brings.
import codecs


def stars(error):
    if isinstance(error, UnicodeDecodeError):
        return "*" * (error.end - error.start), error.end
    return "*", error.end


codecs.register_error("stars", stars)
print("aé→b".encode("ascii", "stars"), b"a\xff\xfeb".decode("utf-8", "stars"), "é→".encode("cp1252", "stars"))
print(codecs.lookup_error("stars") is stars, codecs.lookup_error("ignore")(UnicodeEncodeError("ascii", "é", 0, 1, "no")))
codecs.register_error("bytes", lambda e: (b"\xff", e.start + 1))
print("aéü".encode("ascii", "bytes"), "naïve ☃".encode("ascii", "namereplace"))
for bad in (lambda e: 1, lambda e: ("x", 99), lambda e: (5, 1)):
    codecs.register_error("bad", bad)
    try:
        "é".encode("ascii", "bad")
    except Exception as e:
        print(type(e).__name__, e)
for call in (lambda: "é".encode("ascii", "nobody"), lambda: codecs.lookup_error("nobody"), lambda: codecs.lookup(None)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
for name in ("xmlcharrefreplace", "backslashreplace", "replace", "ignore"):
    print(codecs.lookup_error(name)(UnicodeEncodeError("ascii", "aé☃", 1, 3, "no")))


class Codec(codecs.Codec):
    def encode(self, text, errors="strict"):
        return codecs.charmap_encode(text, errors, TO)

    def decode(self, data, errors="strict"):
        return codecs.charmap_decode(data, errors, FROM)


class Decoder(codecs.IncrementalDecoder):
    def decode(self, data, final=False):
        return codecs.charmap_decode(data, self.errors, FROM)[0]


class Writer(Codec, codecs.StreamWriter):
    pass


class Reader(Codec, codecs.StreamReader):
    pass


FROM = "".join(chr(i) for i in range(128)) + "αβγ" + "\ufffe" * 125
TO = codecs.charmap_build(FROM)
codecs.register(lambda name: codecs.CodecInfo(Codec().encode, Codec().decode, Reader, Writer, None, Decoder, "greek3") if name == "greek3" else None)
print("aβ".encode("greek3"), b"a\x82".decode("greek3"), codecs.lookup("greek3").name, codecs.decode(b"\x80", "greek3"))
for call in (lambda: "é".encode("greek3"), lambda: b"\xff".decode("greek3")):
    try:
        call()
    except UnicodeError as e:
        print(type(e).__name__, e)
print(codecs.charmap_encode("éβ", "replace", TO), codecs.charmap_decode(b"\xff\x81", "replace", FROM))
import io
out = io.BytesIO()
codecs.getwriter("greek3")(out).write("γ")
print(out.getvalue(), codecs.getreader("greek3")(io.BytesIO(b"\x80x")).read(), codecs.getincrementaldecoder("greek3")().decode(b"\x81"))
print(chr(200).encode("charmap"), codecs.decode("a\\n\\x41", "unicode-escape"), codecs.lookup("utf-8").encode("é"))
