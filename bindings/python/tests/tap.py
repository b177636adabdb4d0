"""tap.py [FOLDER]: runs the tests beside this file, or in FOLDER, against the vitrine that
is installed. TAP."""

import os
import sys
import unittest


class Tap(unittest.TestResult):
    """A line for each test; what went wrong behind it."""

    def __init__(self):
        super().__init__()
        self.bad, self.count = {}, 0  # testsRun leaves out what is skipped, in some versions

    def startTest(self, test):
        super().startTest(test)
        self.bad.clear()

    def note(self, test, error):
        self.bad[test] = self._exc_info_to_string(error, test)

    def addError(self, test, error):
        self.note(test, error)
        if not isinstance(test, unittest.TestCase):  # a module that cannot be imported
            self.stopTest(test)

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.note(subtest, error)

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def stopTest(self, test):
        super().stopTest(test)
        self.count += 1
        name = test.id()
        reason = dict(self.skipped).get(test)
        if reason is not None:
            name += " # SKIP " + reason
        print(("not " if self.bad else "") + "ok " + name)
        for text in self.bad.values():
            print("".join("# " + line + "\n" for line in text.splitlines()), end="")
        sys.stdout.flush()


def main():
    here = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(__file__))
    tests = unittest.defaultTestLoader.discover(here, "test_*.py")
    result = Tap()
    tests.run(result)
    print("1..%d" % result.count)


if __name__ == "__main__":
    main()
