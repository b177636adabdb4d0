"""unittest: cases, suites, a runner in CPython's words."""

import sys
import time


class SkipTest(Exception):
    pass


class _Expected(Exception):
    pass


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)



def expectedFailure(item):
    def wrapper(self):
        try:
            item(self)
        except Exception as error:
            raise _Expected(error)
        raise _Expected(None)

    return wrapper


class _Raises:
    def __init__(self, case, kinds, regex, msg):
        self.case, self.kinds, self.regex, self.msg = case, kinds, regex, msg
        self.exception = self.called = None

    def _name(self):
        return self.kinds.__name__ if not isinstance(self.kinds, tuple) else str(self.kinds)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            by = " by %s" % getattr(self.called, "__name__", self.called) if self.called else ""
            self.case.fail(self.case._formatMessage(self.msg, "%s not raised%s" % (self._name(), by)))
        if not issubclass(kind, self.kinds):
            return False
        self.exception = value
        if self.regex is not None and not _search(self.regex, str(value)):
            self.case.fail(self.case._formatMessage(self.msg, '"%s" does not match "%s"' % (_text(self.regex), value)))
        return True


class _Warns:
    def __init__(self, case, kinds, regex, msg):
        self.case, self.kinds, self.regex, self.msg = case, kinds, regex, msg

    def __enter__(self):
        import warnings

        self._catching = warnings.catch_warnings(record=True)
        self.warnings = self._catching.__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, value, tb):
        self._catching.__exit__(kind, value, tb)
        if kind is not None:
            return False
        for message in self.warnings:
            if issubclass(message.category, self.kinds):
                self.warning, self.filename, self.lineno = message.message, message.filename, message.lineno
                if self.regex is None or _search(self.regex, str(message.message)):
                    return False
        self.case.fail(self.case._formatMessage(self.msg, "%s not triggered" % self.kinds.__name__))


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging

        self.case, self.none = case, none
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.INFO if level is None else logging._level(level)
        self.records, self.output = [], []

    def __enter__(self):
        import logging

        outer = self

        class Handler(logging.Handler):
            def emit(self, record):
                outer.records.append(record)
                outer.output.append(self.format(record))

        handler = Handler(self.level)
        handler.setFormatter(logging.Formatter(logging.BASIC_FORMAT))
        self._before = self.logger.handlers, self.logger.propagate, self.logger.level
        self.logger.handlers, self.logger.propagate = [handler], False
        self.logger.setLevel(self.level)
        return self

    def __exit__(self, kind, value, tb):
        self.logger.handlers, self.logger.propagate, level = self._before
        self.logger.setLevel(level)
        if kind is None and bool(self.records) == self.none:
            self.case.fail("%s logs of level %s or higher triggered on %s" % (
                "no" if not self.none else "Unexpected", self.level, self.logger.name))
        return False


def _search(regex, text):
    import re

    return re.search(regex, text) if isinstance(regex, str) else regex.search(text)


def _text(regex):
    return regex if isinstance(regex, str) else regex.pattern


def _short(value):
    return repr(value)


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._subtests = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return "%s.%s.%s" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def __str__(self):
        return "%s (%s.%s.%s)" % (self._testMethodName, type(self).__module__, type(self).__qualname__,
                                  self._testMethodName)

    def __repr__(self):
        return "<%s.%s testMethod=%s>" % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        doc = getattr(getattr(type(self), self._testMethodName), "__doc__", None)
        return doc.strip().split("\n")[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, cm):
        value = cm.__enter__()
        self.addCleanup(cm.__exit__, None, None, None)
        return value

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        self.doCleanups()

    def _call(self, function, result):
        """Whether it went well."""
        try:
            value = function()
            if hasattr(value, "send") and hasattr(value, "close"):
                import asyncio

                asyncio.run(value)
            return True
        except SkipTest as error:
            result.addSkip(self, str(error))
        except _Expected as error:
            cause = error.args[0]
            if cause is None:
                result.addUnexpectedSuccess(self)
            else:
                result.addExpectedFailure(self, (type(cause), cause, None))
        except self.failureException as error:
            result.addFailure(self, (type(error), error, getattr(error, "__traceback__", None)))
        except Exception as error:
            result.addError(self, (type(error), error, getattr(error, "__traceback__", None)))
        return False

    def run(self, result=None):
        result = result or self.defaultTestResult()
        result.startTest(self)
        self._result = result
        self._failed_subtests = 0
        method = getattr(type(self), self._testMethodName)
        skipped = next((item for item in (type(self), method) if getattr(item, "__unittest_skip__", False)), None)
        if skipped is not None:
            result.addSkip(self, skipped.__unittest_skip_why__)
        elif self._call(self.setUp, result):
            well = self._call(getattr(self, self._testMethodName), result)
            well = self._call(self.tearDown, result) and well
            if self._call(self.doCleanups, result) and well and not self._failed_subtests:
                result.addSuccess(self)
        else:
            self._call(self.doCleanups, result)
        result.stopTest(self)
        return result

    __call__ = run

    def defaultTestResult(self):
        return TestResult()

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if msg is None:
            return standardMsg
        return "%s : %s" % (standardMsg, msg) if self.longMessage else msg

    def _unless(self, holds, msg, text, *values):
        if not holds:
            shown = tuple([_short(value) for value in values])
            raise self.failureException(self._formatMessage(msg, text % shown))

    def assertTrue(self, expr, msg=None):
        self._unless(expr, msg, "%s is not true", expr)

    def assertFalse(self, expr, msg=None):
        self._unless(not expr, msg, "%s is not false", expr)

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            if type(first) is type(second):
                self._different(first, second, msg)
            self._unless(False, msg, "%s != %s", first, second)

    def _different(self, first, second, msg):
        if isinstance(first, str) and ("\n" in first or "\n" in second):
            return self.fail(self._formatMessage(msg, "%r != %r" % (first, second)))
        if isinstance(first, (list, tuple)):
            self._sequences(first, second, msg, type(first).__name__.capitalize() + "s")
        if isinstance(first, (set, frozenset)):
            self.assertSetEqual(first, second, msg)

    def _sequences(self, first, second, msg, kind):
        lines = ["%s differ: %r != %r\n" % (kind, first, second)]
        n = min(len(first), len(second))
        for i in range(n):
            if first[i] != second[i]:
                lines.append("First differing element %d:\n%r\n%r" % (i, first[i], second[i]))
                break
        if len(first) != len(second):
            which, longer = ("First", first) if len(first) > len(second) else ("Second", second)
            lines.append("%s %s contains %d additional elements.\nFirst extra element %d:\n%r" % (
                which, kind[:-1].lower(), len(longer) - n, n, longer[n]))
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertNotEqual(self, first, second, msg=None):
        self._unless(first != second, msg, "%s == %s", first, second)

    def assertIs(self, first, second, msg=None):
        self._unless(first is second, msg, "%s is not %s", first, second)

    def assertIsNot(self, first, second, msg=None):
        self._unless(first is not second, msg, "unexpectedly identical: %s", first)

    def assertIsNone(self, obj, msg=None):
        self._unless(obj is None, msg, "%s is not None", obj)

    def assertIsNotNone(self, obj, msg=None):
        self._unless(obj is not None, msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        self._unless(member in container, msg, "%s not found in %s", member, container)

    def assertNotIn(self, member, container, msg=None):
        self._unless(member not in container, msg, "%s unexpectedly found in %s", member, container)

    def assertIsInstance(self, obj, cls, msg=None):
        self._unless(isinstance(obj, cls), msg, "%s is not an instance of %s", obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._unless(not isinstance(obj, cls), msg, "%s is an instance of %s", obj, cls)

    def assertGreater(self, a, b, msg=None):
        self._unless(a > b, msg, "%s not greater than %s", a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        self._unless(a >= b, msg, "%s not greater than or equal to %s", a, b)

    def assertLess(self, a, b, msg=None):
        self._unless(a < b, msg, "%s not less than %s", a, b)

    def assertLessEqual(self, a, b, msg=None):
        self._unless(a <= b, msg, "%s not less than or equal to %s", a, b)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            near = first == second or difference <= delta
            how = "%r delta" % (delta,)
        else:
            places = 7 if places is None else places
            near = first == second or round(difference, places) == 0
            how = "%r places" % (places,)
        if near != wanted:
            if wanted:
                text = "%r != %r within %s (%r difference)" % (first, second, how, difference)
            else:
                text = "%r == %r within %s" % (first, second, how)
            self.fail(self._formatMessage(msg, text))

    def assertListEqual(self, first, second, msg=None):
        self._typed(first, second, list, msg)

    def assertTupleEqual(self, first, second, msg=None):
        self._typed(first, second, tuple, msg)

    def assertDictEqual(self, first, second, msg=None):
        self._typed(first, second, dict, msg)

    def _typed(self, first, second, kind, msg):
        for name, value in (("First", first), ("Second", second)):
            if not isinstance(value, kind):
                self.fail("%s %s is not a %s: %r" % (name, "argument" if kind is dict else "sequence", kind.__name__, value))
        self.assertEqual(first, second, msg)

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if list(first) != list(second):
            self._sequences(first, second, msg, "Sequences")

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertEqual(first, second, msg)

    def assertSetEqual(self, first, second, msg=None):
        if first != second:
            lines = []
            for name, items in (("first", [i for i in first if i not in second]),
                                ("second", [i for i in second if i not in first])):
                if items:
                    lines.append("Items in the %s set but not the %s:" % (name, "second" if name == "first" else "first"))
                    lines.extend([repr(item) for item in items])
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        missing = []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        if missing or rest:
            self.fail(self._formatMessage(msg, "Element counts were not equal:\nFirst has %r, Second has %r" % (missing, rest)))

    def assertRegex(self, text, expected_regex, msg=None):
        if not _search(expected_regex, text):
            self.fail(self._formatMessage(msg, "Regex didn't match: %r not found in %r" % (_text(expected_regex), text)))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        found = _search(unexpected_regex, text)
        if found:
            self.fail(self._formatMessage(msg, "Regex matched: %r matches %r in %r" % (
                found.group(0), _text(unexpected_regex), text)))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, None, kwargs.pop("msg", None) if not args else None),
                            args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, expected_regex,
                                    kwargs.pop("msg", None) if not args else None), args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return self._raises(_Warns(self, expected_warning, None, None), args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return self._raises(_Warns(self, expected_warning, expected_regex, None), args, kwargs)

    def _raises(self, context, args, kwargs):
        if not args:
            return context
        context.called = args[0]
        with context:
            args[0](*args[1:], **kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _call(self, function, result):
        method = getattr(self, self._testMethodName)
        if function is not method and function != method:
            return TestCase._call(self, function, result)

        async def whole():
            await self.asyncSetUp()
            try:
                value = method()
                if hasattr(value, "send"):
                    await value
            finally:
                await self.asyncTearDown()

        return TestCase._call(self, whole, result)


class _SubTest:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        pass

    def __str__(self):
        parts = ["[%s]" % self.msg] if self.msg is not None else []
        if self.params:
            parts.append("(%s)" % ", ".join(["%s=%r" % item for item in self.params.items()]))
        return "%s %s" % (self.case, " ".join(parts) or "(<subtest>)")

    def shortDescription(self):
        return None

    def __exit__(self, kind, value, tb):
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, (SkipTest, _Expected)):
            return False
        self.case._failed_subtests += 1
        result = self.case._result
        add = result.addFailure if issubclass(kind, self.case.failureException) else result.addError
        add(self, (kind, value, tb))
        return True


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __iter__(self):
        return iter(self._tests)

    def run(self, result):
        before = None
        for test in self._tests:
            cls = type(test) if isinstance(test, TestCase) else None
            if cls is not before:
                self._leave(before, result)
                before = cls
                if cls is not None and not getattr(cls, "__unittest_skip__", False):
                    try:
                        cls.setUpClass()
                    except Exception as error:
                        result.addError("setUpClass (%s.%s)" % (cls.__module__, cls.__qualname__),
                                        (type(error), error, None))
                        before = None
                        continue
            if result.shouldStop:
                break
            test.run(result)
        self._leave(before, result)
        return result

    __call__ = run

    def _leave(self, cls, result):
        if cls is not None and not getattr(cls, "__unittest_skip__", False):
            cls.tearDownClass()
            while getattr(cls, "_class_cleanups", None):
                function, args, kwargs = cls._class_cleanups.pop()
                function(*args, **kwargs)


class TestResult:
    __module__ = "unittest.result"

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = False
        self.failfast = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def stop(self):
        self.shouldStop = True

    def _text(self, error):
        import traceback

        return "".join(traceback.format_exception(error[1]))

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self.shouldStop |= self.failfast

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self.shouldStop |= self.failfast

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def __repr__(self):
        return "<%s.%s run=%d errors=%d failures=%d>" % (
            type(self).__module__, type(self).__name__, self.testsRun, len(self.errors), len(self.failures))


class TextTestResult(TestResult):
    __module__ = "unittest.runner"

    def __init__(self, stream, descriptions, verbosity):
        TestResult.__init__(self)
        self.stream = stream
        self.verbosity = verbosity

    def _say(self, dot, word, test=None):
        if self.verbosity > 1:
            part = isinstance(test, _SubTest)
            if part or self._ended:
                if not self._ended:
                    self.stream.write("\n")
                self.stream.write("  %s ... " % self.describe(test) if part else self.describe(test) + " ... ")
            self.stream.write(word + "\n")
            self._ended = True
        elif self.verbosity == 1:
            self.stream.write(dot)

    def describe(self, test):
        doc = test.shortDescription() if hasattr(test, "shortDescription") else None
        return "%s\n%s" % (test, doc) if doc else str(test)

    def startTest(self, test):
        TestResult.startTest(self, test)
        self._ended = False
        if self.verbosity > 1:
            self.stream.write(self.describe(test) + " ... ")

    def addSuccess(self, test):
        self._say(".", "ok", test)

    def addFailure(self, test, err):
        TestResult.addFailure(self, test, err)
        self._say("F", "FAIL", test)

    def addError(self, test, err):
        TestResult.addError(self, test, err)
        self._say("E", "ERROR", test)

    def addSkip(self, test, reason):
        TestResult.addSkip(self, test, reason)
        self._say("s", "skipped %r" % reason, test)

    def addExpectedFailure(self, test, err):
        TestResult.addExpectedFailure(self, test, err)
        self._say("x", "expected failure", test)

    def addUnexpectedSuccess(self, test):
        TestResult.addUnexpectedSuccess(self, test)
        self._say("u", "unexpected success", test)

    def printErrors(self):
        if self.verbosity == 1:
            self.stream.write("\n")
        for word, found in (("ERROR", self.errors), ("FAIL", self.failures)):
            for test, text in found:
                self.stream.write("%s\n%s: %s\n%s\n%s\n" % ("=" * 70, word, self.describe(test), "-" * 70, text))


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, **more):
        self.stream = stream or sys.stderr
        self.verbosity = verbosity
        self.failfast = failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, True, self.verbosity)
        result.failfast = self.failfast
        start = time.perf_counter()
        test(result)
        taken = time.perf_counter() - start
        if hasattr(result, "printErrors"):
            if self.verbosity > 1:
                self.stream.write("\n")
            result.printErrors()
        self.stream.write("%s\nRan %d test%s in %.3fs\n\n" % (
            "-" * 70, result.testsRun, "" if result.testsRun == 1 else "s", taken))
        parts = []
        for name, items in (("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
                            ("expected failures", result.expectedFailures),
                            ("unexpected successes", result.unexpectedSuccesses)):
            if items:
                parts.append("%s=%d" % (name, len(items)))
        self.stream.write(("OK" if result.wasSuccessful() else "FAILED") + (" (%s)" % ", ".join(parts) if parts else "") + "\n")
        return result


class TestLoader:
    testMethodPrefix = "test"
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        names = []
        for cls in testCaseClass.__mro__:
            for name, value in cls.__dict__.items():
                if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name, None)) and name not in names:
                    names.append(name)
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, pattern=None):
        tests = []
        for name in sorted(dir(module)):
            value = getattr(module, name)
            if isinstance(value, type) and issubclass(value, TestCase) and value not in (TestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(value))
        return self.suiteClass(tests)

    def loadTestsFromName(self, name, module=None):
        found = module
        for part in name.split("."):
            parent, found = found, getattr(found, part)
        if isinstance(found, type):
            return self.loadTestsFromTestCase(found)
        return self.suiteClass([parent(part)])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass, prefix="test", sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    return loader.loadTestsFromTestCase(testCaseClass)


class _Program:
    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None):
        if isinstance(module, str):
            module = sys.modules.get(module) or __import__(module)
        names = []
        for arg in (sys.argv if argv is None else argv)[1:]:
            if arg in ("-v", "--verbose"):
                verbosity = 2
            elif arg in ("-q", "--quiet"):
                verbosity = 0
            elif arg in ("-f", "--failfast"):
                failfast = True
            elif arg[:1] != "-":
                names.append(arg)
        if not names and defaultTest:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        tests = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast))
        self.result = testRunner.run(tests)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = _Program
