"""unittest.case: what a test is, and what it can ask."""


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
            import logging

            self.case.fail("%s logs of level %s or higher triggered on %s" % (
                "no" if not self.none else "Unexpected", logging.getLevelName(self.level), self.logger.name))
        return False


def _search(regex, text):
    import re

    return re.search(regex, text) if isinstance(regex, str) else regex.search(text)


def _text(regex):
    return regex if isinstance(regex, str) else regex.pattern


def _short(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


def _squeezed(text, before, behind):
    left_out = len(text) - before - behind
    return "%s[%d chars]%s" % (text[:before], left_out, text[len(text) - behind:]) if left_out > 12 else text


# The representations of two values: of long ones, what is alike is left out.
def _both(first, second):
    texts = _short(first), _short(second)
    longest = max(len(texts[0]), len(texts[1]))
    if longest <= 80:
        return texts
    n = 0
    while n < min(len(texts[0]), len(texts[1])) and texts[0][n] == texts[1][n]:
        n += 1
    kept = 80 - (longest - n + 17)
    if kept > 5:
        start = _squeezed(texts[0][:n], 5, kept)
        return tuple([start + text[n:] for text in texts])
    start = _squeezed(texts[0][:n], 5, 5)
    return tuple([start + _squeezed(text[n:], 41, 5) for text in texts])


def _compared(first, second):
    from difflib import ndiff

    return "\n" + "\n".join(ndiff(first, second))


def _printed(value):
    from pprint import pformat

    return pformat(value).splitlines()


class _Stop(Exception):
    pass


def _enter(cm, add_cleanup):
    kind = type(cm)
    if not hasattr(kind, "__enter__") or not hasattr(kind, "__exit__"):
        raise TypeError("'%s.%s' object does not support the context manager protocol" % (kind.__module__, kind.__qualname__))
    value = cm.__enter__()
    add_cleanup(cm.__exit__, None, None, None)
    return value


# Calls them, the last first, and returns what they raised.
def _clean(cleanups):
    raised = []
    while cleanups:
        function, args, kwargs = cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            raised.append((type(error), error, error.__traceback__))
    return raised


_module_cleanups = []


def addModuleCleanup(function, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    for kind, error, tb in _clean(_module_cleanups)[:1]:
        raise error


class TestCase:
    _diffThreshold = 1 << 16
    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._equalities = {}
        if methodName != "runTest" and not hasattr(self, methodName):
            raise ValueError("no such test method in %s: %s" % (type(self), methodName))

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
        result, well = self.__dict__.get("_result") or self.defaultTestResult(), True
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            well = self._call(lambda: function(*args, **kwargs), result) and well
        return well

    @classmethod
    def addClassCleanup(cls, function, *args, **kwargs):
        cls._class_cleanups = cls.__dict__.get("_class_cleanups", []) + [(function, args, kwargs)]

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = _clean(cls.__dict__.get("_class_cleanups", []))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def addTypeEqualityFunc(self, typeobj, function):
        self._equalities[typeobj] = function

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

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
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            result.addSkip(self, str(error))
        except _Expected as error:
            self._expected = error.args[0],
            return True
        except _Stop:
            pass
        except BaseException as error:
            add = result.addFailure if isinstance(error, self.failureException) else result.addError
            add(self, (type(error), error, error.__traceback__))
        return False

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            if hasattr(result, "startTestRun"):
                result.startTestRun()
        result.startTest(self)
        self._result = result
        self._failed_subtests = 0
        self._expected = None
        try:
            method = getattr(self, self._testMethodName)
            skipped = next((item for item in (type(self), method) if getattr(item, "__unittest_skip__", False)), None)
            if skipped is not None:
                result.addSkip(self, skipped.__unittest_skip_why__)
                return result
            well = self._call(self.setUp, result)
            if well:
                well = self._call(method, result)
                well = self._call(self.tearDown, result) and well
            well = self.doCleanups() and well
            if not well or self._failed_subtests:
                pass
            elif self._expected is None:
                result.addSuccess(self)
            elif self._expected[0] is None:
                result.addUnexpectedSuccess(self)
            else:
                error = self._expected[0]
                result.addExpectedFailure(self, (type(error), error, error.__traceback__))
        finally:
            result.stopTest(self)
            if own and hasattr(result, "stopTestRun"):
                result.stopTestRun()
        return result

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def __eq__(self, other):
        return self._testMethodName == other._testMethodName if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def defaultTestResult(self):
        from unittest import TestResult

        return TestResult()

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if msg is None:
            return standardMsg
        if not self.longMessage:
            return msg or standardMsg
        return "%s : %s" % (standardMsg, msg)

    def _truncated(self, text, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return text + "\nDiff is %s characters long. Set self.maxDiff to None to see it." % len(diff)

    def _unless(self, holds, msg, text, *values):
        if not holds:
            shown = tuple([_short(value) for value in values])
            raise self.failureException(self._formatMessage(msg, text % shown))

    def assertTrue(self, expr, msg=None):
        self._unless(expr, msg, "%s is not true", expr)

    def assertFalse(self, expr, msg=None):
        self._unless(not expr, msg, "%s is not false", expr)

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._equalities.get(type(first))
            if function is not None:
                function = getattr(self, function) if isinstance(function, str) else function
                return function(first, second, msg=msg)
            name = _equalities.get(type(first))
            if name is not None:
                return getattr(self, name)(first, second, msg=msg)
        if not first == second:
            self.fail(self._formatMessage(msg, "%s != %s" % _both(first, second)))

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

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self.fail(self._formatMessage(msg, self._truncated("%s != %s" % _both(d1, d2), _compared(_printed(d1), _printed(d2)))))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        missing = [key for key in subset if key not in dictionary]
        other = ["%s, expected: %s, actual: %s" % (_short(key), _short(value), _short(dictionary[key]))
                 for key, value in subset.items() if key in dictionary and value != dictionary[key]]
        if missing or other:
            text = "Missing: %s" % ",".join([_short(key) for key in missing]) if missing else ""
            self.fail(self._formatMessage(msg, text + ("; " if text and other else "") + ("Mismatched values: %s" % ",".join(other) if other else "")))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = seq_type.__name__ if seq_type is not None else "sequence"
        for name, value in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(value, seq_type):
                raise self.failureException("%s sequence is not a %s: %s" % (name, kind, _short(value)))
        text = None
        for name, value in (("First", seq1), ("Second", seq2)):
            if not hasattr(value, "__len__"):
                text = "%s %s has no length.    Non-sequence?" % (name, kind)
                break
        else:
            if seq1 == seq2:
                return
            n = len(seq1), len(seq2)
            text = "%ss differ: %s != %s\n" % ((kind.capitalize(),) + _both(seq1, seq2))
            for i in range(min(n)):
                if seq1[i] != seq2[i]:
                    text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + _both(seq1[i], seq2[i]))
                    break
            else:
                if n[0] == n[1] and seq_type is None and type(seq1) is not type(seq2):
                    return
            if n[0] != n[1]:
                which, longer = ("First", seq1) if n[0] > n[1] else ("Second", seq2)
                text += "\n%s %s contains %d additional elements.\nFirst extra element %d:\n%s\n" % (
                    which, kind, abs(n[0] - n[1]), min(n), _short(longer[min(n)]))
        self.fail(self._formatMessage(msg, self._truncated(text, _compared(_printed(seq1), _printed(seq2)))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            text = "%s != %s" % _both(first, second)
            if max(len(first), len(second)) > self._diffThreshold:
                self.fail(self._formatMessage(msg, text))
            lines = first.splitlines(True), second.splitlines(True)
            if len(lines[0]) == 1 and first.strip("\r\n") == first:
                lines = [first + "\n"], [second + "\n"]
            from difflib import ndiff

            self.fail(self._formatMessage(msg, self._truncated(text, "\n" + "".join(ndiff(lines[0], lines[1])))))

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            differences = ("first", "second", set1.difference(set2)), ("second", "first", set2.difference(set1))
        except TypeError as e:
            self.fail("invalid type when attempting set difference: %s" % e)
        except AttributeError as e:
            self.fail("%s argument does not support set difference: %s" % ("second" if hasattr(set1, "difference") else "first", e))
        lines = []
        for one, other, items in differences:
            if items:
                lines.append("Items in the %s set but not the %s:" % (one, other))
                lines.extend([repr(item) for item in items])
        if lines:
            self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertCountEqual(self, first, second, msg=None):
        counts, rest = [], [list(first), list(second)]
        for side in (0, 1):
            while rest[side]:
                item = rest[side][0]
                found = [len([other for other in items if other == item]) for items in rest]
                rest = [[other for other in items if not other == item] for items in rest]
                if found[0] != found[1]:
                    counts.append("First has %d, Second has %d:  %r" % (found[0], found[1], item))
        if counts:
            self.fail(self._formatMessage(msg, self._truncated("Element counts were not equal:\n", "\n".join(counts))))

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


_equalities = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
               frozenset: "assertSetEqual", str: "assertMultiLineEqual"}


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._setUp, self._tearDown, self._function, self._description = setUp, tearDown, testFunc, description

    def setUp(self):
        if self._setUp is not None:
            self._setUp()

    def tearDown(self):
        if self._tearDown is not None:
            self._tearDown()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return "%s (%s)" % (type(self).__qualname__, self._function.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (type(self).__qualname__, self._function)

    def shortDescription(self):
        doc = self._description or self._function.__doc__
        return doc and doc.split("\n")[0].strip() or None


class IsolatedAsyncioTestCase(TestCase):
    def addAsyncCleanup(self, func, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await cm.__aenter__()
        self.addAsyncCleanup(cm.__aexit__, None, None, None)
        return value

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def _call(self, function, result):
        method = getattr(self, self._testMethodName)
        if function is not method and function != method:
            return TestCase._call(self, function, result)

        from asyncio import run
        from inspect import iscoroutinefunction

        def plain():
            run(self.asyncSetUp())
            try:
                value = method()
                if hasattr(value, "send"):
                    run(value)
            finally:
                run(self.asyncTearDown())

        async def whole():
            await self.asyncSetUp()
            try:
                await method()
            finally:
                await self.asyncTearDown()

        return TestCase._call(self, whole if iscoroutinefunction(method) else plain, result)


class _SubTest:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        pass

    def _described(self):
        parts = ["[%s]" % self.msg] if self.msg is not None else []
        if self.params:
            parts.append("(%s)" % ", ".join(["%s=%r" % item for item in self.params.items()]))
        return " ".join(parts) or "(<subtest>)"

    def __str__(self):
        return "%s %s" % (self.case, self._described())

    def id(self):
        return "%s %s" % (self.case.id(), self._described())

    def shortDescription(self):
        return self.case.shortDescription()

    def __exit__(self, kind, value, tb):
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, (_Expected, _Stop)):
            return False
        if issubclass(kind, SkipTest):
            self.case._result.addSkip(self, str(value))
            return True
        self.case._failed_subtests += 1
        result = self.case._result
        add = result.addFailure if issubclass(kind, self.case.failureException) else result.addError
        add(self, (kind, value, tb))
        if result.failfast:
            raise _Stop
        return True
