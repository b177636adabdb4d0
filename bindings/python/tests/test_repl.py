"""The command's REPL at a terminal: lines are edited by Python's readline."""

import os
import select
import signal
import sys
import tempfile
import time
import unittest

try:
    import pty
    import readline  # noqa: F401
except ImportError:
    pty = None


class Terminal:
    """python -m vitrine in a terminal of its own."""

    def __init__(self, *options):
        self.text = b""
        self.child, self.fd = pty.fork()
        if self.child == 0:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ.update(TERM="vt100", INPUTRC="/dev/null", PYTHONWARNINGS="ignore")
            os.execv(sys.executable, [sys.executable, "-m", "vitrine", *options])

    def until(self, wanted):
        """It has to come soon."""
        end = time.monotonic() + 30
        wanted = wanted.encode()
        while wanted not in self.text:
            if not select.select([self.fd], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"no {wanted!r} in {self.text!r}")
            try:
                self.text += os.read(self.fd, 4096)
            except OSError:
                raise AssertionError(f"it ended before {wanted!r}: {self.text!r}") from None
        self.text = self.text.partition(wanted)[2]

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def end(self):
        code = os.waitpid(self.child, 0)[1]
        os.close(self.fd)
        return code >> 8


@unittest.skipIf(pty is None, "no terminal, or no readline")
class Repl(unittest.TestCase):
    def test_lines_are_edited(self):
        t = Terminal()
        t.until(">>> ")
        t.type("'a' + 'b'\r")
        t.until("'ab'\r\n>>> ")
        t.type("\x1b[A\x1b[Dc\r")  # up, left: into the string
        t.until("'abc'\r\n>>> ")
        t.type("\x1b[A\x1b[A\r")
        t.until("'ab'\r\n>>> ")
        t.type("for n in range(2):\r")
        t.until("... ")
        t.type("\tprint(n + 7)\r\r")
        t.until("7\r\n8\r\n")
        t.until(">>> ")
        t.type("é = 'é'; len(é)\r")
        t.until("1\r\n>>> ")
        t.type("\x04")
        self.assertEqual(t.end(), 0)

    def test_interrupts(self):
        t = Terminal()
        t.until(">>> ")
        t.type("never typed")
        t.until("never typed")
        time.sleep(0.3)  # what comes before readline waits for keys, it notices with the next
        t.type("\x03")
        t.until(">>> ")
        t.type("while True: pass\r\r")
        time.sleep(0.3)
        os.kill(t.child, signal.SIGINT)
        t.until(">>> ")
        t.type("6 * 7\r")
        t.until("42\r\n>>> ")
        t.type("exit(3)\r")
        self.assertEqual(t.end(), 3)

    def test_history(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "history")
            for keys in ("'ab' * 2\r", "\x1b[A\r"):
                t = Terminal("--history", path)
                t.until(">>> ")
                t.type(keys)
                t.until("'abab'\r\n>>> ")
                t.type("\x04")
                self.assertEqual(t.end(), 0)
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
            t = Terminal("--history", folder)
            t.until("--history")
            self.assertEqual(t.end(), 126)


if __name__ == "__main__":
    unittest.main()
