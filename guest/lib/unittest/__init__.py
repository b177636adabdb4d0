"""unittest: cases, suites, a runner in CPython's words."""

import sys
import time
from unittest.case import (
    FunctionTestCase, IsolatedAsyncioTestCase, SkipTest, TestCase, _clean, _module_cleanups, _SubTest, addModuleCleanup, doModuleCleanups,
    enterModuleContext, expectedFailure, skip, skipIf, skipUnless)


# What stands for a fixture of a class or a module among the errors.
class _ErrorHolder:
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def __str__(self):
        return self.description

    def __repr__(self):
        return "<ErrorHolder description=%r>" % self.description


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("%r is not callable" % test)
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return list(self) == list(other) if type(self) is type(other) else NotImplemented

    def __repr__(self):
        return "<%s.%s tests=%s>" % (type(self).__module__, type(self).__qualname__, list(self))

    def run(self, result, debug=False):
        outermost = getattr(result, "_fixtures", None) is None
        if outermost:
            result._fixtures = _Fixtures(result)
        try:
            for test in self:
                if getattr(result, "shouldStop", False):
                    break
                if isinstance(test, TestSuite) or result._fixtures.enter(type(test)):
                    test(result)
            if outermost:
                result._fixtures.enter(None)
        finally:
            if outermost:
                result._fixtures = None
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        for test in self:
            test.debug()


# The class and the module whose fixtures are set up, and whether that went well.
class _Fixtures:
    def __init__(self, result):
        self.result = result
        self.cls = self.module = None
        self.cls_well = self.module_well = True

    def _call(self, function, name):
        try:
            function()
            return True
        except SkipTest as error:
            self.result.addSkip(_ErrorHolder(name), str(error))
        except Exception as error:
            self.result.addError(_ErrorHolder(name), (type(error), error, error.__traceback__))
        return False

    def _raised(self, errors, name):
        for error in errors:
            self.result.addError(_ErrorHolder(name), error)

    def enter(self, cls):
        if cls is not self.cls:
            self._leave_class()
            module = cls and cls.__module__
            if module != self.module:
                self._leave_module()
                self.module, self.module_well = module, True
                setup = getattr(sys.modules.get(module), "setUpModule", None)
                if setup is not None:
                    self.module_well = self._call(setup, "setUpModule (%s)" % module)
                    if not self.module_well:
                        self._raised(_clean(_module_cleanups), "setUpModule (%s)" % module)
            self.cls = cls
            self.cls_well = True
            if cls is not None and self.module_well and not getattr(cls, "__unittest_skip__", False) and hasattr(cls, "setUpClass"):
                name = "setUpClass (%s.%s)" % (cls.__module__, cls.__qualname__)
                self.cls_well = self._call(cls.setUpClass, name)
                if not self.cls_well:
                    self._raised(_clean(cls.__dict__.get("_class_cleanups", [])), name)
        return self.cls_well and self.module_well

    def _leave_class(self):
        cls = self.cls
        if cls is not None and self.cls_well and self.module_well and not getattr(cls, "__unittest_skip__", False) and hasattr(cls, "tearDownClass"):
            name = "tearDownClass (%s.%s)" % (cls.__module__, cls.__qualname__)
            self._call(cls.tearDownClass, name)
            self._raised(_clean(cls.__dict__.get("_class_cleanups", [])), name)

    def _leave_module(self):
        if self.module is not None and self.module_well:
            name = "tearDownModule (%s)" % self.module
            teardown = getattr(sys.modules.get(self.module), "tearDownModule", None)
            if teardown is not None:
                self._call(teardown, name)
            self._raised(_clean(_module_cleanups), name)


# What a test wrote to either stream.
def _framed(written):
    return ["\n%s:\n%s" % (name, text if text.endswith("\n") else text + "\n") if text else "" for name, text in zip(("Stdout", "Stderr"), written)]


class TestResult:
    __module__ = "unittest.result"

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False
        self._before = None

    def startTestRun(self):
        pass

    stopTestRun = printErrors = startTestRun

    def startTest(self, test):
        self.testsRun += 1
        if self.buffer:
            from io import StringIO

            self._before = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = StringIO(), StringIO()

    # What a test wrote is seen if it failed.
    def stopTest(self, test):
        if self._before:
            written = sys.stdout.getvalue(), sys.stderr.getvalue()
            (sys.stdout, sys.stderr), self._before = self._before, None
            if self._loud:
                for stream, text in zip((sys.stdout, sys.stderr), _framed(written)):
                    stream.write(text)
        self._loud = False

    _loud = False

    def addSubTest(self, test, subtest, err):
        if err is not None:
            (self.addFailure if issubclass(err[0], test.failureException) else self.addError)(subtest, err)

    def stop(self):
        self.shouldStop = True

    def _text(self, error):
        import traceback

        lines = traceback.format_exception(error[1])
        text = "".join([line for line in lines if not line.startswith('  File "unittest/')])
        if self._before:
            text += "".join(_framed((sys.stdout.getvalue(), sys.stderr.getvalue())))
        return text

    def addSuccess(self, test):
        pass

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err)))
        self._loud = True
        self.shouldStop |= self.failfast

    def addError(self, test, err):
        self.errors.append((test, self._text(err)))
        self._loud = True
        self.shouldStop |= self.failfast

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self.shouldStop |= self.failfast

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
        self.buffer = buffer
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, True, self.verbosity)
        result.failfast, result.buffer = self.failfast, self.buffer
        start = time.perf_counter()
        if hasattr(result, "startTestRun"):
            result.startTestRun()
        try:
            test(result)
        finally:
            if hasattr(result, "stopTestRun"):
                result.stopTestRun()
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
            if isinstance(value, type) and issubclass(value, TestCase) and value not in (TestCase, IsolatedAsyncioTestCase, FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(value))
        tests = self.suiteClass(tests)
        load = getattr(module, "load_tests", None)
        return tests if load is None else load(self, tests, pattern)

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


def getTestCaseNames(testCaseClass, prefix, sortUsing=None, testNamePatterns=None):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    return loader.getTestCaseNames(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=None, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix, loader.suiteClass = prefix, suiteClass
    return loader.loadTestsFromModule(module)


# Nobody can interrupt a run from within.
def installHandler():
    pass


def registerResult(result):
    pass


def removeResult(result):
    return False


def removeHandler(method=None):
    return method


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
            elif arg in ("-b", "--buffer"):
                buffer = True
            elif arg[:1] != "-":
                names.append(arg)
        if not names and defaultTest:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        tests = testLoader.loadTestsFromNames(names, module) if names else testLoader.loadTestsFromModule(module)
        if testRunner is None:
            testRunner = TextTestRunner
        if isinstance(testRunner, type):
            testRunner = testRunner(verbosity=verbosity, failfast=bool(failfast), buffer=bool(buffer))
        self.result = testRunner.run(tests)
        if exit:
            sys.exit(not self.result.wasSuccessful())


main = _Program
