# unittest: what passes, fails, is skipped; all assertions.
import io
import unittest


class Calculations(unittest.TestCase):
    log = []

    @classmethod
    def setUpClass(cls):
        cls.log.append("class")

    @classmethod
    def tearDownClass(cls):
        cls.log.append("end")

    def setUp(self):
        self.x = 5
        self.addCleanup(self.log.append, "cleanup")

    def tearDown(self):
        self.log.append("down")

    def test_equal(self):
        self.assertEqual(self.x, 5)
        self.assertNotEqual(1, 2)
        self.assertTrue([1])
        self.assertFalse("")
        self.assertIs(None, None)
        self.assertIsNot([], [])
        self.assertIsNone(None)
        self.assertIsNotNone(0)
        self.assertIn(1, [1])
        self.assertNotIn(2, [1])
        self.assertIsInstance(1, int)
        self.assertNotIsInstance(1, str)
        self.assertGreater(2, 1)
        self.assertGreaterEqual(2, 2)
        self.assertLess(1, 2)
        self.assertLessEqual(2, 2)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(1, 1.1)
        self.assertAlmostEqual(1, 1.05, delta=0.1)
        self.assertListEqual([1], [1])
        self.assertTupleEqual((1,), (1,))
        self.assertDictEqual({"a": 1}, {"a": 1})
        self.assertSetEqual({1}, {1})
        self.assertSequenceEqual([1], (1,))
        self.assertCountEqual([1, 2, 1], [2, 1, 1])
        self.assertRegex("abc", "b.")
        self.assertNotRegex("abc", "z")
        self.assertMultiLineEqual("a\nb", "a\nb")

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as context:
            1 / 0
        self.assertEqual(str(context.exception), "division by zero")
        self.assertRaises(ValueError, int, "x")
        with self.assertRaisesRegex(KeyError, "mis"):
            {}["missing"]

    def test_subtests(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_fails(self):
        self.assertEqual(1, 2, "the message")

    def test_error(self):
        raise KeyError("k")

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail()

    @unittest.skipIf(True, "if")
    def test_skipped_if(self):
        self.fail()

    @unittest.expectedFailure
    def test_expected(self):
        self.assertEqual(1, 2)

    def test_skip_inside(self):
        self.skipTest("inside")

    def test_logs(self):
        import logging

        with self.assertLogs("l", level="INFO") as logs:
            logging.getLogger("l").info("hello")
        self.assertEqual(logs.output, ["INFO:l:hello"])


suite = unittest.TestLoader().loadTestsFromTestCase(Calculations)
stream = io.StringIO()
result = unittest.TextTestRunner(stream=stream, verbosity=2).run(suite)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful(), Calculations.log.count("cleanup"), Calculations.log[0], Calculations.log[-1])
print([line for line in stream.getvalue().splitlines() if " ... " in line or line[:4] in ("FAIL", "ERRO") or "AssertionError" in line])
print(stream.getvalue().splitlines()[-1])


class Messages(unittest.TestCase):
    def runTest(self):
        checks = [
            lambda: self.assertEqual(1, 2), lambda: self.assertEqual(1, 2, "m"), lambda: self.assertEqual([1, 2], [1, 3]),
            lambda: self.assertTrue(0), lambda: self.assertIn(1, []), lambda: self.assertIsNone(5), lambda: self.assertIs(1, 2),
            lambda: self.assertIsInstance(1, str), lambda: self.assertGreater(1, 2), lambda: self.assertAlmostEqual(1, 2),
            lambda: self.assertRaises(ValueError, lambda: None), lambda: self.assertFalse(1), lambda: self.assertIsNotNone(None),
            lambda: self.fail("failed"), lambda: self.assertNotEqual(1, 1), lambda: self.assertRegex("a", "b"), lambda: self.assertEqual("a", "b") if False else self.fail(),
        ]
        for check in checks:
            try:
                check()
            except AssertionError as e:
                print(str(e).split("\n")[0])


print(Messages().run())


class Fine(unittest.TestCase):
    def test_it(self):
        self.assertEqual(1, 1)


class AsyncCase(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 3

    async def test_async(self):
        self.assertEqual(self.value, 3)


unittest.main(argv=["x", "Fine", "AsyncCase"], testRunner=unittest.TextTestRunner(stream=io.StringIO()), exit=False)
program = unittest.main(argv=["x"], defaultTest="Fine", testRunner=unittest.TextTestRunner(stream=io.StringIO()), exit=False)
print(program.result.testsRun, program.result.wasSuccessful())
unittest.main(argv=["x", "Calculations"], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
