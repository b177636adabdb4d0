"""In a browser: ask, and see code, output and chart. Drives Chromium by chromedriver.

SCREENSHOT names a file in which what it looks like is kept.
"""

import base64
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

from serving import shop

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
PATIENCE = 60
CODE = """\
rows = sql("shop", "select city, sum(amount) as total from sales group by city order by total desc")
chart.bar(rows, title="Sales by city")
for row in rows:
    print(f"{row['city']:6} {row['total']:4}")
max(rows, key=lambda row: row["total"])["city"]"""
HOSTILE = """\
evil = "</text></pre></svg><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
print(evil)
chart.bar({evil: 1}, title=evil, xlabel=evil)
evil"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Browser:
    """A session of chromedriver's; W3C WebDriver is JSON over HTTP."""

    def __init__(self, folder):
        port = free_port()
        # HOME is Chromium's own, it writes there.
        self._process = subprocess.Popen([DRIVER, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                         env={**os.environ, "HOME": folder})
        self._url = f"http://127.0.0.1:{port}/session"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync",
                   "--disable-dev-shm-usage", "--window-size=820,1000", f"--user-data-dir={folder}/profile"]
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"binary": CHROMIUM, "args": options}}}}
        end = time.monotonic() + PATIENCE
        while True:
            try:
                made = self._ask("POST", "", wanted)
                break
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > end or self._process.poll() is not None:
                    self.close()
                    raise
                time.sleep(0.1)
        self._url += "/" + made["sessionId"]

    def _ask(self, method, path, body=None):
        request = urllib.request.Request(self._url + path, method=method, headers={"Content-Type": "application/json"},
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def go(self, url):
        self._ask("POST", "/url", {"url": url})

    def js(self, code, *args):
        return self._ask("POST", "/execute/sync", {"script": code, "args": list(args)})

    def wait(self, code, *args):
        end = time.monotonic() + PATIENCE
        while not (found := self.js(code, *args)):
            if time.monotonic() > end:
                raise TimeoutError(code + "\n" + self.js("return document.body.innerText"))
            time.sleep(0.05)
        return found

    def screenshot(self, path):
        element = self._ask("POST", "/element", {"using": "css selector", "value": ".agent-messages"})
        image = self._ask("GET", f"/element/{next(iter(element.values()))}/screenshot")
        pathlib.Path(path).write_bytes(base64.b64decode(image))

    def close(self):
        try:
            if self._url.count("/") > 3 and not self._url.endswith("/session"):
                self._ask("DELETE", "")
        finally:
            self._process.terminate()
            self._process.wait()


@unittest.skipUnless(CHROMIUM and DRIVER, "no chromium, or no chromedriver")
class InBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        shop(os.path.join(folder.name, "shop.db"))
        cls.port = free_port()
        cls.server = subprocess.Popen(
            [sys.executable, "-m", "datasette", "shop.db", "--internal", "internal.db", "--root", "-p", str(cls.port),
             "-s", "plugins.datasette-llm.default_model", "echo"],
            cwd=folder.name, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.addClassCleanup(cls.stop)
        login = cls.server.stdout.readline().strip()
        cls.browser = Browser(folder.name)
        cls.addClassCleanup(cls.browser.close)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{cls.port}/-/versions.json", timeout=5).close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        cls.browser.go(re.search(r"http://\S+auth-token\S+", login).group())

    @classmethod
    def stop(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.server.stdout.close()

    def ask(self, code):
        self.browser.go(f"http://127.0.0.1:{self.port}/-/agent")
        said = {"prompt": "How do the cities compare?", "tool_calls": [
            {"name": "execute_python_sandboxed", "arguments": {"python": code, "show_result": True}}]}
        self.browser.js("document.getElementById('new-message').value = arguments[0];"
                        "document.getElementById('new-chat-form').requestSubmit()", json.dumps(said))
        self.browser.wait("return !!document.querySelector('.agent-rich-result svg') && "
                          "document.body.innerText.includes('toolcallid')")  # as Markdown has it

    def test_ask_and_see(self):
        self.ask(CODE)
        for again in (False, True):  # as it comes, and as it is kept
            if again:
                self.browser.js("location.reload()")
                self.browser.wait("return document.readyState == 'complete' && !!document.querySelector('.agent-rich-result svg')")
            text = self.browser.js("return document.querySelector('.agent-rich-result').innerText")
            for shown in ("chart.bar(rows", "Rome     40", "Kyiv      5"):
                self.assertIn(shown, text)
            box = self.browser.js("const b = document.querySelector('.agent-rich-result svg').getBoundingClientRect();"
                                  "return [b.width, b.height]")
            self.assertGreater(min(box), 100)
            bars = self.browser.js("return [...document.querySelectorAll('.agent-rich-result svg rect')].map("
                                   "r => r.getBoundingClientRect().height)")
            self.assertEqual(len(bars), 3)
            self.assertGreater(bars[0], 4 * bars[2])
        if os.environ.get("SCREENSHOT"):
            self.browser.js("for (const e of document.querySelectorAll('.agent-message')) e.remove();"
                            "for (const e of document.querySelectorAll('.agent-chat, .agent-messages, .agent-rich-result'))"
                            "  e.style.cssText += 'max-height:none;height:auto;overflow:visible;flex:none'")
            self.browser.screenshot(os.environ["SCREENSHOT"])

    def test_nothing_runs(self):
        self.ask(HOSTILE)
        self.assertIsNone(self.browser.js("return window.hacked"))
        self.assertEqual(self.browser.js("return document.querySelectorAll('.agent-rich-result :is(script, img)').length"), 0)
        self.assertIn("<script>window.hacked", self.browser.js("return document.querySelector('.agent-rich-result').innerText"))
        self.browser.js("location.reload()")
        self.browser.wait("return document.readyState == 'complete'")
        self.assertIsNone(self.browser.js("return window.hacked"))

    def test_the_page_of_sessions(self):
        self.ask("print('<script>window.hacked = 1</script>')\nchart.line([1, 2])")
        self.browser.go(f"http://127.0.0.1:{self.port}/-/vitrine")
        self.assertIn("root", self.browser.js("return document.querySelector('.vitrine-sessions').innerText"))
        self.browser.js("document.querySelector('.vitrine-sessions tbody a').click()")
        self.browser.wait("return !!document.querySelector('.vitrine-audit')")
        self.assertIn("_datasette.chart", self.browser.js("return document.querySelector('.vitrine-audit').innerText"))
        self.assertIsNone(self.browser.js("return window.hacked"))


if __name__ == "__main__":
    unittest.main()
