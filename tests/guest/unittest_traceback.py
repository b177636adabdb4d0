# What unittest tells of a failure is where the test failed, not where it was called.
# collect: no
import io, unittest

class T(unittest.TestCase):
    def check(self, a):
        self.assertEqual(a, 2)
    def test(self):
        self.check(1)

out = io.StringIO()
unittest.TextTestRunner(out).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print([line.split(", ")[1:] for line in out.getvalue().split("\n") if line.startswith("  File")])
# expect: [['line 9', 'in test'], ['line 7', 'in check']]
