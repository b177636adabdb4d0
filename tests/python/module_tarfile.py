# options: --grant scratch
# Archives of tar and zip, and shutil's of both; os's names.
import contextlib
import io
import os
import shutil
import tarfile
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as d:
    with contextlib.chdir(d):
        os.makedirs("src/sub")
        open("src/a.txt","w").write("hello")
        open("src/sub/b.txt","w").write("world"*300)
        long = "src/" + "x"*120 + "é.txt"
        open(long,"w").write("long")
        for mode, name in (("w","t.tar"),("w:gz","t.tar.gz")):
            with tarfile.open(name, mode) as t:
                t.add("src")
                info = tarfile.TarInfo("mem/data.bin"); info.size = 5; info.mtime = 1000
                t.addfile(info, io.BytesIO(b"12345"))
            with tarfile.open(name) as t:
                print(sorted(t.getnames()) == sorted(m.name for m in t), len(t.getmembers()))
                print([(m.name[-10:], m.size, m.isfile(), m.isdir()) for m in t.getmembers()])
                print(t.extractfile("src/a.txt").read(), t.extractfile("mem/data.bin").readlines(), t.extractfile("src"))
                t.extractall("out_" + name)
            print(open("out_%s/src/sub/b.txt" % name).read() == "world"*300, os.path.exists("out_%s/%s" % (name, long)))
            print(tarfile.is_tarfile(name), tarfile.is_tarfile("src/a.txt"))
        try: tarfile.open("nope.tar")
        except FileNotFoundError as e: print(e)
        for fmt in ("zip","tar","gztar"):
            p = shutil.make_archive("arc", fmt, "src")
            print(os.path.basename(p))
            shutil.unpack_archive(p, "un_"+fmt)
            print(sorted(os.listdir("un_"+fmt))[:2], open("un_%s/a.txt"%fmt).read())
        p = shutil.make_archive("arc2", "zip", ".", "src")
        print(sorted(zipfile.ZipFile(p).namelist())[:3])
        try: shutil.make_archive("x","foo","src")
        except ValueError as e: print(e)
        try: shutil.unpack_archive("src/a.txt","o")
        except shutil.ReadError as e: print(e)
        print([x[0] for x in shutil.get_archive_formats() if x[0] in ("zip","tar","gztar")])
        buf = io.BytesIO()
        with tarfile.open(fileobj=buf, mode="w:gz") as t:
            i = tarfile.TarInfo("k"); i.size=3; t.addfile(i, io.BytesIO(b"abc"))
        buf.seek(0)
        with tarfile.open(fileobj=buf, mode="r:*") as t:
            print(t.getnames(), t.extractfile("k").read())
        with tarfile.open("t.tar", "a") as t:
            t.add("src/a.txt", arcname="again.txt")
        with tarfile.open("t.tar") as t: print(len(t.getnames()), t.getnames()[-1])
        try:
            with tarfile.open("t.tar") as t: t.getmember("zz")
        except KeyError as e: print(e)
print(os.get_exec_path(env={"PATH":"a:b"}), os.EX_OK, os.O_NONBLOCK, os.WEXITSTATUS(256))
try: os.get_terminal_size()
except OSError as e: print(e.errno)
print(shutil.get_terminal_size((100, 20)))
os.environ["X"]="1"
try: os.environ["Y"]=1
except TypeError as e: print(e)
print(os.environ.get("X"), os.getenv("Z","d"))
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "z.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("d/x.txt", "1\n2")
        z.writestr("y.txt", b"yy")
    root = zipfile.Path(path)
    print(sorted(x.name for x in root.iterdir()), (root / "d").is_dir(), (root / "d").is_file())
    print((root / "d" / "x.txt").read_text().split(), (root / "y.txt").read_bytes(), (root / "n").exists())
    print((root / "d" / "x.txt").parent.name, (root / "d" / "x.txt").suffix, (root / "y.txt").stem)
    try:
        (root / "n").read_text()
    except FileNotFoundError as e:
        print("FileNotFoundError")
