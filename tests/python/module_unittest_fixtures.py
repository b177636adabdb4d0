# unittest: fixtures of modules and classes, what a failure says, output that is kept back.
import io
import sys
import unittest

EV = []


def setUpModule():
    EV.append("setUpModule")
    unittest.addModuleCleanup(EV.append, "module cleanup")


def tearDownModule():
    EV.append("tearDownModule")


class Bad(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise ValueError("class")
    def test_x(self): pass
class SkipAll(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise unittest.SkipTest("not here")
    def test_x(self): pass
class Exits(unittest.TestCase):
    def test_exit(self): sys.exit(3)
    def test_sub(self):
        for i in range(4):
            with self.subTest("m", i=i): self.assertNotEqual(i % 2, 1)
    def test_cleanup(self):
        self.addCleanup(EV.append, "c1")
        self.addCleanup(EV.append, "c2")
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_messages(self):
        self.assertEqual({"a": [1, 2, 3], "b": "x" * 200}, {"a": [1, 2, 4], "b": "x" * 200})
    def test_long(self): self.assertEqual([list(range(50)), "abc"], [list(range(49)) + [99], "abc"], "why")
    def test_str(self): self.assertEqual("hello world", "hello there")
    def test_lines(self): self.assertEqual("a\nb\nc\n", "a\nB\nc\n")
    def test_set(self): self.assertEqual({1, 2}, {2, 3})
    def test_tuple(self): self.assertEqual((1, 2, 3), (1, 2))
    def test_none(self): self.assertEqual(None, 3)
    def test_almost(self): self.assertAlmostEqual(1.5, 1.6, places=2)
    def test_delta(self): self.assertAlmostEqual(1.5, 1.9, delta=0.1)
    def test_raises(self):
        with self.assertRaises(KeyError): {}[1]
        with self.assertRaises((KeyError, ValueError)): pass
    def test_raises2(self):
        with self.assertRaisesRegex(ValueError, "x"): raise ValueError("y")
    def test_count(self): self.assertCountEqual([1, 1, 2, "a"], [1, 3, "a", "a"])
    def test_seq(self): self.assertSequenceEqual((1, 2), [1, 3])
    def test_isinst(self): self.assertIsInstance(1, (str, list))
    def test_dict(self): self.assertDictEqual({"a": 1}, [1])
    def test_regex(self): self.assertNotRegex("abc", "b")
    def test_msg(self): self.assertTrue(False, "custom")
    def test_in(self): self.assertNotIn(1, [1])
    def test_warns(self):
        with self.assertWarns(UserWarning): pass
    def test_logs(self):
        with self.assertLogs("q"): pass
class Buffered(unittest.TestCase):
    def test_a(self): print("quiet")
    def test_b(self): print("loud"); self.fail("x")
def report(r):
    print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.unexpectedSuccesses), r.wasSuccessful(), EV)
    for t, e in r.failures + r.errors:
        e = e[e.index("\nAssertionError") if "\nAssertionError" in e else 0:] if "File" in e else e
        print(t.id(), "|", e.strip().split("\n")[-1] if "AssertionError" not in e else e)
    for t, e in r.skipped: print("skip", t.id(), e)
for c in (Bad, SkipAll, Exits):
    r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(c).run(r); report(r)
out = io.StringIO(); err = io.StringIO(); old = sys.stdout
sys.stdout = out
unittest.TextTestRunner(stream=err, buffer=True, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Buffered))
sys.stdout = old
print(repr(out.getvalue()), [l for l in err.getvalue().splitlines() if l.startswith(("test", "FAIL", "Ass", "Stdout", "loud"))])



class Fixtures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        EV.append("setUpClass")
        cls.addClassCleanup(EV.append, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        EV.append("tearDownClass")

    def test_a(self):
        EV.append("a")


class More(Fixtures):
    def test_b(self):
        self.addTypeEqualityFunc(int, lambda first, second, msg=None: EV.append("equal ints"))
        self.assertEqual(1, 2)


EV.clear()
load = unittest.defaultTestLoader.loadTestsFromTestCase
unittest.TestSuite([unittest.TestSuite([load(Fixtures)]), load(More)]).run(unittest.TestResult())
print(EV)
function = unittest.FunctionTestCase(lambda: EV.append("function"), description="described")
result = unittest.TestResult()
function.run(result)
print(result.testsRun, function.shortDescription(), EV[-1], unittest.TestLoader().getTestCaseNames(More))
try:
    Fixtures("test_none")
except ValueError as e:
    print(e)
