"""doctest: runs the examples in doc strings."""

from collections import namedtuple
import inspect
import io
import re
import sys
import traceback

TestResults = namedtuple("TestResults", "failed attempted")
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


(DONT_ACCEPT_TRUE_FOR_1, DONT_ACCEPT_BLANKLINE, NORMALIZE_WHITESPACE, ELLIPSIS, SKIP, IGNORE_EXCEPTION_DETAIL, REPORT_UDIFF,
 REPORT_CDIFF, REPORT_NDIFF, REPORT_ONLY_FIRST_FAILURE, FAIL_FAST) = [register_optionflag(name) for name in (
     "DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL REPORT_UDIFF "
     "REPORT_CDIFF REPORT_NDIFF REPORT_ONLY_FIRST_FAILURE FAIL_FAST").split()]
COMPARISON_FLAGS = 63
REPORTING_FLAGS = FAIL_FAST | REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg, self.lineno, self.indent, self.options = exc_msg, lineno, indent, options or {}


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs, self.name = examples, dict(globs), name
        self.filename, self.lineno, self.docstring = filename, lineno, docstring

    def __repr__(self):
        n = len(self.examples)
        return "<DocTest %s from %s:%s (%s)>" % (self.name, self.filename, self.lineno,
                                                 "no examples" if not n else "1 example" if n == 1 else "%d examples" % n)


class DocTestParser:
    def get_examples(self, string, name="<string>"):
        lines = string.expandtabs().split("\n")
        found, i = [], 0
        while i < len(lines):
            text = lines[i].lstrip(" ")
            if not (text.startswith(">>> ") or text == ">>>"):
                if text.startswith(">>>"):
                    raise ValueError("line %d of the docstring for %s lacks blank after >>>: %r" % (i + 1, name, lines[i]))
                i += 1
                continue
            start, indent = i, len(lines[i]) - len(text)
            source = [text[4:]]
            i += 1
            while i < len(lines) and lines[i][indent:].rstrip() == "..." or i < len(lines) and lines[i][indent:].startswith("... "):
                source.append(lines[i][indent + 4 :])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip(" ").startswith(">>>"):
                if lines[i][:indent].strip():
                    raise ValueError("line %d of the docstring for %s has inconsistent leading whitespace: %r" % (i + 1, name, lines[i]))
                want.append(lines[i][indent:])
                i += 1
            code = "\n".join(source)
            expected = "\n".join(want) + "\n" if want else ""
            if re.match(r" *(#.*)?$", code):
                continue
            found.append(Example(code, expected, self._message(want), start, indent, self._options(code)))
        return found

    def _message(self, want):
        if not want or want[0].rstrip() not in ("Traceback (most recent call last):", "Traceback (innermost last):"):
            return None
        for i in range(1, len(want)):
            if want[i][:1] not in (" ", "\t", "") and (want[i][0].isalpha() or want[i][0] == "_"):
                return "\n".join(want[i:]) + "\n"
        return None

    def _options(self, code):
        options = {}
        for listed in re.findall(r"#\s*doctest:\s*([^\n'\"]*)$", code, re.M):
            for one in listed.replace(",", " ").split():
                if one[0] not in "+-" or one[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError("has an invalid option: %r" % one)
                options[OPTIONFLAGS_BY_NAME[one[1:]]] = one[0] == "+"
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser = parser or DocTestParser()
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = name or obj.__name__
        if module is None:
            module = obj if inspect.ismodule(obj) else inspect.getmodule(obj)
        if globs is None:
            globs = getattr(module, "__dict__", {})
        globs = dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._look(tests, obj, name, module, globs, [])
        tests.sort(key=lambda test: test.name)
        return tests

    def _add(self, tests, doc, name, module, globs):
        if isinstance(doc, str) and (doc.strip() or not self._exclude_empty):
            filename = getattr(module, "__file__", None) or (sys.argv or [None])[0]
            test = self._parser.get_doctest(doc, globs, name, filename, None)
            if test.examples or not self._exclude_empty:
                tests.append(test)

    def _look(self, tests, obj, name, module, globs, seen):
        if any([one is obj for one in seen]):
            return
        seen.append(obj)
        self._add(tests, getattr(obj, "__doc__", None), name, module, globs)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in list(obj.__dict__.items()):
                value = inspect.unwrap(value) if hasattr(value, "__wrapped__") else value
                if (inspect.isfunction(value) or inspect.isclass(value)) and getattr(value, "__module__", None) == obj.__name__:
                    self._look(tests, value, "%s.%s" % (name, key), module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                if isinstance(value, str):
                    self._add(tests, value, "%s.__test__.%s" % (name, key), module, globs)
                else:
                    self._look(tests, value, "%s.__test__.%s" % (name, key), module, globs, seen)
        elif inspect.isclass(obj):
            for key, value in list(obj.__dict__.items()):
                value = getattr(value, "__func__", value)
                if isinstance(value, property) or inspect.isfunction(value) or inspect.isclass(value):
                    if isinstance(value, property) or getattr(value, "__module__", None) == obj.__module__:
                        self._look(tests, value, "%s.%s" % (name, key), module, globs, seen)


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^<BLANKLINE>\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and self._matches(want, got)

    def _matches(self, want, got):
        pieces = want.split("...")
        if len(pieces) == 1:
            return want == got
        first, last = pieces[0], pieces[-1]
        if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
            return False
        at, end = len(first), len(got) - len(last)
        for piece in pieces[1:-1]:
            at = got.find(piece, at, end)
            if at < 0:
                return False
            at += len(piece)
        return True

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", "<BLANKLINE>", got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and want.count("\n") > 2 and got.count("\n") > 2:
            import difflib

            wants, gots = want.splitlines(True), got.splitlines(True)
            if optionflags & REPORT_UDIFF:
                lines, title = list(difflib.unified_diff(wants, gots, n=2))[2:], "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                lines, title = list(difflib.context_diff(wants, gots, n=2))[2:], "context diff with expected followed by actual"
            else:
                lines, title = list(difflib.ndiff(wants, gots)), "ndiff with -expected +actual"
            return "Differences (%s):\n" % title + _indent("".join(lines))
        if want and got:
            return "Expected:\n%sGot:\n%s" % (_indent(want), _indent(got))
        if want:
            return "Expected:\n%sGot nothing\n" % _indent(want)
        return "Expected nothing\nGot:\n%s" % _indent(got) if got else "Expected nothing\nGot nothing\n"


def _indent(text):
    return re.sub(r"(?m)^(?!$)", "    ", text)


def _kind(message):
    """An exception's name, without its module and its text."""
    return message.split("\n")[0].split(":")[0].strip().split(".")[-1]


class DocTestRunner:
    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.original_optionflags = self.optionflags = optionflags
        self.tries = self.failures = 0
        self._names = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expects = "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"
            out("Trying:\n" + _indent(example.source) + expects)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._head(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = "".join(traceback.format_exception(*exc_info))
        out(self._head(test, example) + "Exception raised:\n" + _indent(text))

    def _head(self, test, example):
        where = "Line %d, in %s" % (example.lineno + 1, test.name)
        if test.filename:
            where = 'File "%s", line ?, in %s' % (test.filename, test.name)
        return "%s\n%s\nFailed example:\n%s" % (self.DIVIDER, where, _indent(example.source))

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        screen = sys.stdout
        out = out or screen.write
        failures = tries = 0
        globs = test.globs
        before_flags = self.optionflags
        for example in test.examples:
            self.optionflags = before_flags
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures
            if not quiet:
                self.report_start(out, test, example)
            got, raised = self._execute(example, globs, test)
            if raised is None:
                good = self._checker.check_output(example.want, got, self.optionflags)
                report = lambda: self.report_failure(out, test, example, got)
            else:
                message = "".join(traceback.format_exception_only(type(raised), raised))
                wanted = example.exc_msg
                if wanted is None:
                    good = False
                    report = lambda: self.report_unexpected_exception(out, test, example, (type(raised), raised, raised.__traceback__))
                else:
                    good = self._checker.check_output(wanted, message, self.optionflags) or bool(
                        self.optionflags & IGNORE_EXCEPTION_DETAIL) and _kind(wanted) == _kind(message)
                    got += "Traceback (most recent call last):\n  ...\n" + message
                    report = lambda: self.report_failure(out, test, example, got)
            if good:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            if not quiet:
                report()
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = before_flags
        self.tries += tries
        self.failures += failures
        f, t = self._names.get(test.name, (0, 0))
        self._names[test.name] = failures + f, tries + t
        if clear_globs:
            test.globs = {}
        return TestResults(failures, tries)

    def _execute(self, example, globs, test):
        """(what it printed, what it raised)"""
        captured = io.StringIO()
        before, sys.stdout = sys.stdout, captured
        raised = None
        try:
            exec(compile(example.source, "<doctest %s>" % test.name, "single"), globs)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            raised = error
        finally:
            sys.stdout = before
        text = captured.getvalue()
        return (text if not text or text.endswith("\n") else text + "\n"), raised

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        none, passed, failed = [], [], []
        tried = bad = 0
        for name, (f, t) in self._names.items():
            tried += t
            bad += f
            if t == 0:
                none.append(name)
            elif f == 0:
                passed.append((name, t))
            else:
                failed.append((name, (f, t)))
        if verbose:
            for names, title in ((none, "items had no tests:"), (passed, "items passed all tests:")):
                if names:
                    print(len(names), title)
                    for one in sorted(names):
                        print("    %s" % one if isinstance(one, str) else " %3d tests in %s" % (one[1], one[0]))
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, (f, t) in sorted(failed):
                print(" %3d of %3d in %s" % (f, t, name))
        if verbose:
            print(tried, "tests in", len(self._names), "items.")
            print(tried - bad, "passed and", bad, "failed.")
        if bad:
            print("***Test Failed***", bad, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(bad, tried)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got


class DebugRunner(DocTestRunner):
    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    if m is None:
        m = sys.modules["__main__"]
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


def testfile(filename, *args, **kwargs):
    raise NotImplementedError("examples in files are not run here: use doctest.testmod()")


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    import unittest

    if module is None or isinstance(module, str):
        module = __import__(module) if module else sys.modules["__main__"]
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        suite.addTest(_case(test, options.get("optionflags", 0)))
    return suite


def _case(test, flags):
    import unittest

    class DocTestCase(unittest.TestCase):
        def runTest(self):
            said = io.StringIO()
            failed, _ = DocTestRunner(verbose=False, optionflags=flags).run(test, out=said.write, clear_globs=False)
            if failed:
                self.fail("Failed doctest test for %s\n\n%s" % (test.name, said.getvalue()))

        def id(self):
            return test.name

        def shortDescription(self):
            return "Doctest: " + test.name

    return DocTestCase()
