# options: --grant scratch
# What keeps, compares and reads files: shelve, dbm, filecmp, fileinput, gzip, tempfile, runpy, profiles; atexit.
import atexit
import cProfile
import contextlib
import dbm
import filecmp
import fileinput
import gzip
import io
import os
import pickle
import pstats
import resource
import runpy
import shelve
import sys
import tempfile
import tracemalloc
import unittest
from urllib import robotparser
class TestCases(unittest.TestCase):
    def setUp(self):
        self.t = tempfile.TemporaryDirectory(); self.old = os.getcwd(); os.chdir(self.t.name)
    def tearDown(self): os.chdir(self.old); self.t.cleanup()
    def test_shelve(self):
        with shelve.open("db") as s: s["a"] = [1, 2]; s["b"] = {"x": 1}
        with shelve.open("db", writeback=True) as s: s["a"].append(3); self.assertEqual(sorted(s), ["a", "b"])
        with shelve.open("db", "r") as s:
            self.assertEqual(s["a"], [1, 2, 3]); self.assertIn("b", s); self.assertEqual(s.get("zz", 5), 5); self.assertEqual(len(s), 2)
            with self.assertRaises(KeyError): s["q"]
        with self.assertRaises(ValueError): s["a"]
        with dbm.open("d2", "c") as d: d["k"] = "v"; self.assertEqual(d[b"k"], b"v"); self.assertEqual(d.get("n", b"z"), b"z"); self.assertEqual(list(d.keys()), [b"k"])
        with self.assertRaises(dbm.error): dbm.open("nope", "r")
    def test_filecmp(self):
        for n, t in (("a", "same"), ("b", "same"), ("c", "diff")):
            with open(n, "w") as f: f.write(t)
        self.assertTrue(filecmp.cmp("a", "b", shallow=False)); self.assertFalse(filecmp.cmp("a", "c", shallow=False))
        os.mkdir("x"); os.mkdir("y")
        for d in "xy":
            with open(d + "/f", "w") as f: f.write("1")
            with open(d + "/g", "w") as f: f.write(d)
        open("x/only", "w").close(); os.mkdir("x/s"); os.mkdir("y/s")
        self.assertEqual(filecmp.cmpfiles("x", "y", ["f", "g", "n"], shallow=False), (["f"], ["g"], ["n"]))
        c = filecmp.dircmp("x", "y"); self.assertEqual((c.left_only, c.right_only, c.common_dirs, c.common_files), (["only"], [], ["s"], ["f", "g"]))
        out = io.StringIO()
        with contextlib.redirect_stdout(out): c.report()
        self.assertTrue(out.getvalue().startswith("diff x y\nOnly in x : ['only']\n"))
    def test_fileinput(self):
        for n in "ab":
            with open(n, "w") as f: f.write(n + "1\n" + n + "2\n")
        with fileinput.input(["a", "b"]) as f:
            self.assertEqual([(fileinput.filename(), fileinput.filelineno(), fileinput.lineno(), line.strip(), fileinput.isfirstline()) for line in f],
              [("a",1,1,"a1",True),("a",2,2,"a2",False),("b",1,3,"b1",True),("b",2,4,"b2",False)])
        with fileinput.FileInput("a", inplace=True, backup=".bak") as f:
            for line in f: print(line.replace("a", "A"), end="")
        self.assertEqual(open("a").read(), "A1\nA2\n"); self.assertEqual(open("a.bak").read(), "a1\na2\n")
    def test_gzip(self):
        with gzip.open("x.gz", "wt", encoding="utf-8") as f: f.write("héllo\nworld\n")
        with gzip.open("x.gz", "rt", encoding="utf-8") as f: self.assertEqual(f.readlines(), ["héllo\n", "world\n"])
        with gzip.open("x.gz") as f: self.assertEqual(f.read(), "héllo\nworld\n".encode())
        import pathlib
        with gzip.open(pathlib.Path("y.gz"), "wb") as f: f.write(b"abc")
        self.assertEqual(gzip.decompress(open("y.gz", "rb").read()), b"abc")
        with open("z.gz", "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb") as g: g.write(b"q")
        self.assertEqual(gzip.open("z.gz").read(), b"q")
        with self.assertRaises(gzip.BadGzipFile): open("n.gz", "wb").write(b"nope") and gzip.open("n.gz").read()
    def test_temp(self):
        with tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=False) as f: f.write("x"); n = f.name
        self.assertTrue(n.endswith(".txt") and os.path.exists(n)); os.unlink(n)
        with tempfile.TemporaryFile() as f: f.write(b"ab"); f.seek(0); self.assertEqual(f.read(), b"ab")
        with tempfile.SpooledTemporaryFile(max_size=5, mode="w+") as f: f.write("hello world"); f.seek(0); self.assertEqual(f.read(), "hello world")
        fd, p = tempfile.mkstemp(); os.write(fd, b"q"); os.close(fd); self.assertEqual(open(p).read(), "q"); os.remove(p)
        with os.fdopen(tempfile.mkstemp()[0], "w") as f: f.write("z")
        d = tempfile.TemporaryDirectory(prefix="pre"); self.assertTrue(os.path.basename(d.name).startswith("pre")); d.cleanup(); self.assertFalse(os.path.exists(d.name))
        with tempfile.NamedTemporaryFile(mode="r+") as f: f.write("k"); f.seek(0); self.assertEqual(f.read(), "k")
    def test_run(self):
        with open("prog.py", "w") as f: f.write("import sys\nx = 5\nif __name__ == '__main__': y = 6\n")
        r = runpy.run_path("prog.py", run_name="__main__"); self.assertEqual((r["x"], r["y"]), (5, 6))
    def test_robots(self):
        r = robotparser.RobotFileParser(); r.parse("User-agent: *\nDisallow: /private\nCrawl-delay: 3\nAllow: /\n\nUser-agent: bad\nDisallow: /\nSitemap: http://x/s.xml".splitlines())
        self.assertEqual([r.can_fetch("good", "http://x/a"), r.can_fetch("good", "http://x/private/a"), r.can_fetch("bad/2.0", "http://x/a"), r.crawl_delay("q"), r.site_maps()], [True, False, False, 3, ["http://x/s.xml"]])
    def test_profile(self):
        p = cProfile.Profile(); p.enable(); sum(range(10)); p.disable(); s = io.StringIO(); pstats.Stats(p, stream=s).sort_stats("cumulative").print_stats(5)
        self.assertIn("function calls", s.getvalue())
        tracemalloc.start(); x = [0] * 1000; self.assertGreater(tracemalloc.get_traced_memory()[1], 0); tracemalloc.stop()
        self.assertGreaterEqual(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0)
atexit.register(print, "bye", end="!\n")
atexit.register(lambda: print("first"))
@atexit.register
def gone(): print("never")
atexit.unregister(gone)

if __name__ == "__main__":
    import sys as _sys
    _suite = unittest.TestSuite()
    for _n, _c in list(globals().items()):
        if isinstance(_c, type) and issubclass(_c, unittest.TestCase) and _c is not unittest.TestCase:
            _suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(_c))
    _r = unittest.TestResult()
    _suite.run(_r)
    print(_r.testsRun, _r.wasSuccessful())
    for _t, _e in _r.failures + _r.errors:
        print(_t.id(), _e.strip().splitlines()[-1])
    for _t, _e in _r.skipped:
        print("skipped", _t.id(), _e)
