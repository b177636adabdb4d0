# codecs: those of one byte a character, punycode, escapes; readers and writers.
import codecs
import io

print("€é".encode("cp1252"), b"\x80\xe9".decode("windows-1252"), "Привет".encode("cp1251"), "Привет".encode("koi8-r"), "é".encode("cp437"))
print("ąę".encode("iso-8859-2"), "€".encode("iso8859-15"), b"\xa4".decode("latin9"), "é".encode("mac_roman"), "é".encode("cp850"))
for name in ("cp1250", "cp1253", "cp866", "iso8859-7", "iso8859-9"):
    print(name, ascii(bytes(range(160, 256)).decode(name, "replace")))
print("bücher".encode("punycode"), b"bcher-kva".decode("punycode"), "他们为什么不说中文".encode("punycode"), "bücher.de".encode("idna"), b"xn--bcher-kva.de".decode("idna"))
print("Pročprostěnemluvíčesky".encode("punycode"), b"Proprostnemluvesky-uyb24dma41a".decode("punycode"), "a-b".encode("punycode"))
print("a\né€😀\\'".encode("unicode_escape"), b"a\\n\\x41\\u20ac\\101\\'\\q".decode("unicode_escape"), "é€".encode("raw_unicode_escape"), b"\\u20ac\\n".decode("raw_unicode_escape"))
for wrong in (lambda: "€".encode("cp437"), lambda: b"\x81".decode("cp1252"), lambda: "x".encode("nope"), lambda: b"x".decode("nope"), lambda: codecs.lookup("nope")):
    try:
        wrong()
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
print("a€b".encode("cp437", "ignore"), "a€b".encode("cp437", "replace"), "a€b".encode("cp437", "xmlcharrefreplace"), b"a\x81".decode("cp1252", "ignore"))
print(codecs.encode("Hello", "rot13"), codecs.decode(b"616263", "hex"), codecs.lookup("utf8").name, codecs.encode("é", "cp1252"))
out = io.BytesIO()
codecs.getwriter("utf-8")(out).write("grün")
print(out.getvalue(), codecs.getreader("utf-8")(io.BytesIO("eins\nzwei é".encode())).readlines())
print(list(codecs.iterdecode([b"\xc3", b"\xa9x"], "utf-8")), list(codecs.iterencode(["a", "é"], "utf-8")), codecs.BOM_UTF8)
print("13:45".encode("shift_jis"), b"a\\~".decode("euc-kr"), "x".encode("GB18030"), "y".encode("big5"))
