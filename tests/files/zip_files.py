# zipfile, read and written.
import io
import os
import zipfile

data = b"some text that repeats, some text that repeats " * 50
with zipfile.ZipFile("a.zip", "w") as z:
    z.writestr("stored.txt", data)
    z.writestr("folder/deflated.bin", data, zipfile.ZIP_DEFLATED)
    z.writestr("é.txt", "text")
    z.writestr("empty", b"")
    z.comment = b"a comment"
with open("on_disk.txt", "w") as f:
    f.write("on disk")
with zipfile.ZipFile("a.zip", "a", zipfile.ZIP_DEFLATED) as z:
    z.write("on_disk.txt", "moved/name.txt")
    print(z.namelist())
with zipfile.ZipFile("a.zip") as z:
    print(z.namelist(), z.comment, z.testzip())
    for info in z.infolist():
        print(info.filename, info.file_size, info.compress_type, info.compress_size < 2000, info.is_dir(), hex(info.CRC))
    print(z.read("stored.txt") == data, z.read("folder/deflated.bin") == data, z.read("é.txt"), z.read("empty"), z.read("moved/name.txt"))
    with z.open("é.txt") as f:
        print(f.read(2), f.read())
    for bad in ("none",):
        try:
            z.read(bad)
        except KeyError as e:
            print(e)
    print(os.path.relpath(z.extract("folder/deflated.bin", "out")))
    z.extractall("all")
for folder, folders, files in sorted(os.walk(".")):
    print(folder, sorted(folders), sorted(files))
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("../../outside.txt", "x")
    z.writestr("/absolute.txt", "y")
    with z.open("by_open.txt", "w") as f:
        f.write(b"written")
with zipfile.ZipFile(buffer) as z:
    print(z.namelist())
    z.extractall("safe")
print(sorted(os.listdir("safe")), os.path.exists("../outside.txt"))
print(zipfile.is_zipfile("a.zip"), zipfile.is_zipfile("on_disk.txt"))
for bad in (b"", b"PK\x05\x06", b"not a zip" * 10, open("a.zip", "rb").read()[:-30]):
    try:
        zipfile.ZipFile(io.BytesIO(bad))
    except zipfile.BadZipFile as e:
        print(type(e).__name__)
raw = bytearray(open("a.zip", "rb").read())
raw[50] ^= 255
try:
    zipfile.ZipFile(io.BytesIO(raw)).read("stored.txt")
except zipfile.BadZipFile as e:
    print(e)
os.remove("a.zip")
