# Paths as objects.
from pathlib import Path, PurePath, PurePosixPath

for text in ("", ".", "/", "a", "/a/b", "a/b.txt", "a.tar.gz", ".hidden", "a/./b//c/", "../x", "//net/x", "a/..", "b.", "dir.d/file"):
    p = PurePosixPath(text)
    print(repr(text), p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, p.root, p.anchor, p.is_absolute(), [str(x) for x in p.parents])
p = Path("/usr") / "lib" / "python3"
print(p, "x" / PurePosixPath("y"), Path("a", "b", "/c"), Path(Path("a"), "b"), p.joinpath("x", "y"), p.with_name("z"), Path("a.txt").with_suffix(".md"), Path("a").with_suffix(".x"), Path("a.txt").with_suffix(""), Path("a.txt").with_stem("b"))
print(p == Path("/usr/lib/python3"), p != Path("x"), hash(p) == hash(Path("/usr/lib/python3")), sorted([Path("b"), Path("a/c"), Path("a")]), Path("a") < Path("b"), {Path("a"): 1}[Path("a")], Path("a") == "a")
print(p.relative_to("/usr"), p.is_relative_to("/usr"), p.is_relative_to("/opt"), Path("a/b.py").match("*.py"), Path("/a/b/c.py").match("b/*.py"), Path("a.py").match("[!b]*.p?"), Path("/a.py").match("/*.py"), Path("a/b.py").match("/*.py"))
print(str(p), p.as_posix(), Path("/a b/é").as_uri(), p.parents[0], p.parents[1], len(p.parents), isinstance(p, PurePath), type(PurePath("a")).__name__, type(Path("a")).__name__, Path("/a").absolute(), Path("/a/../b").resolve(), Path("/surely/not").exists())
for f in (lambda: Path("a").relative_to("b"), lambda: Path("/").with_name("x"), lambda: Path("a").with_suffix("x"), lambda: Path("a").with_name("b/c"), lambda: Path(5), lambda: Path("a").as_uri(), lambda: Path("a").parents[5]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
