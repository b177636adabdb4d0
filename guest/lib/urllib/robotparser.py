"""urllib.robotparser: what robots.txt allows."""

from collections import namedtuple
from time import time
from urllib.parse import quote, unquote, urlparse, urlunparse

RequestRate = namedtuple("RequestRate", "requests seconds")


class _Entry:
    def __init__(self):
        self.agents, self.rules = [], []
        self.delay = self.rate = None

    def applies_to(self, agent):
        agent = agent.split("/")[0].lower()
        return any([name == "*" or name.lower() in agent for name in self.agents])

    def allows(self, path):
        for start, allowed in self.rules:
            if start == "*" or path.startswith(start):
                return allowed
        return True

    def __str__(self):
        lines = ["User-agent: " + agent for agent in self.agents]
        if self.delay is not None:
            lines.append("Crawl-delay: %s" % self.delay)
        if self.rate is not None:
            lines.append("Request-rate: %d/%d" % self.rate)
        return "\n".join(lines + [("Allow: " if allowed else "Disallow: ") + start for start, allowed in self.rules])


class RobotFileParser:
    def __init__(self, url=""):
        self.entries, self.sitemaps = [], []
        self.default_entry = None
        self.disallow_all = self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        return self.last_checked

    def modified(self):
        self.last_checked = time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urlparse(url)[1:3]

    def read(self):
        from urllib.error import HTTPError
        from urllib.request import urlopen

        try:
            f = urlopen(self.url)
        except HTTPError as err:
            self.disallow_all = self.disallow_all or err.code in (401, 403)
            self.allow_all = self.allow_all or err.code not in (401, 403) and 400 <= err.code < 500
        else:
            self.parse(f.read().decode("utf-8").splitlines())

    def _keep(self, entry):
        if "*" not in entry.agents:
            self.entries.append(entry)
        elif self.default_entry is None:
            self.default_entry = entry

    def parse(self, lines):
        self.modified()
        entry, ruled = _Entry(), False
        for line in lines:
            if not line:
                if entry.agents and ruled:
                    self._keep(entry)
                if entry.agents:
                    entry, ruled = _Entry(), False
            key, colon, value = line.partition("#")[0].strip().partition(":")
            if not colon:
                continue
            key, value = key.strip().lower(), unquote(value.strip())
            if key == "user-agent":
                if ruled:
                    self._keep(entry)
                    entry, ruled = _Entry(), False
                entry.agents.append(value)
            elif key == "sitemap":
                self.sitemaps.append(value)
            elif entry.agents and key in ("allow", "disallow", "crawl-delay", "request-rate"):
                ruled = True
                if key == "crawl-delay":
                    if value.isdigit():
                        entry.delay = int(value)
                elif key == "request-rate":
                    numbers = value.split("/")
                    if len(numbers) == 2 and all([n.strip().isdigit() for n in numbers]):
                        entry.rate = RequestRate(int(numbers[0]), int(numbers[1]))
                else:
                    entry.rules.append((quote(urlunparse(urlparse(value))), key == "allow" or not value))
        if entry.agents and ruled:
            self._keep(entry)

    def _entry_for(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = urlparse(unquote(url))
        path = quote(urlunparse(("", "") + tuple(parts[2:]))) or "/"
        entry = self._entry_for(useragent)
        return entry is None or entry.allows(path)

    def crawl_delay(self, useragent):
        entry = self._entry_for(useragent) if self.last_checked else None
        return entry.delay if entry else None

    def request_rate(self, useragent):
        entry = self._entry_for(useragent) if self.last_checked else None
        return entry.rate if entry else None

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        return "\n\n".join([str(entry) for entry in self.entries + ([self.default_entry] if self.default_entry else [])])
