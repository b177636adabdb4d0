# pathlib, glob and tempfile.
import glob
import os
from pathlib import Path


def attempt(call, *args, **kwargs):
    try:
        print("fine", call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def names(paths):
    return sorted(str(p) for p in paths)


p = Path("a") / "b"
attempt(p.mkdir)
attempt(p.mkdir, parents=True)
attempt(p.mkdir)
attempt(p.mkdir, exist_ok=True)
f = p / "one.txt"
print(f.write_text("one\ntwo\n"), f.read_text(), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), p.is_dir())
print((p / "data.bin").write_bytes(b"\x00\x01"), (p / "data.bin").stat().st_size)
attempt((p / "no").read_text)
attempt(f.write_text, b"x")
with f.open() as lines:
    print([line.strip() for line in lines])
(p / "c" / "d").mkdir(parents=True)
(p / "c" / "three.txt").touch()
(p / "c" / "d" / "four.py").write_text("4")
(p / ".hidden").touch()
print(names(p.iterdir()))
for pattern in ("*", "*.txt", "**/*.txt", "*/*", "**", "c/d/*.py", "[od]*", "no/*", "**/d", "?.txt"):
    print(pattern, names(p.glob(pattern)))
print(names(p.rglob("*.txt")), names(p.rglob("*")))
attempt(lambda: list(p.glob("")))
os.chdir("a")
for pattern in ("*", "*/*", "b/*.txt", "b/**", "**", "**/*.txt", "b/c/", "*/", "no", "b/one.txt", "b/[!o]*", "b/.h*", "**/"):
    print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob("*.txt", root_dir="b")), sorted(glob.glob(os.path.join(os.getcwd(), "b/*.bin")))[0].endswith("/a/b/data.bin"))
os.chdir("..")
print(f.rename(p / "new.txt"), f.exists(), (p / "new.txt").replace("top.txt"), Path("top.txt").read_text())
attempt(f.unlink)
attempt(f.unlink, missing_ok=True)
Path("top.txt").unlink()
attempt(p.rmdir)
attempt((p / "c" / "d" / "four.py").rmdir)
attempt(Path("x").touch, exist_ok=False)
attempt(Path("x").touch, exist_ok=False)
print(Path("a").resolve() == Path.cwd() / "a", Path("x").absolute().exists(), Path("nothing").exists(), Path("x").samefile("./x"))
attempt(Path("nothing").resolve, strict=True)
attempt(Path("nothing").samefile, "x")
