"""netrc: names and passwords of hosts, from a file."""

import os
import shlex


class NetrcParseError(Exception):
    def __init__(self, msg, filename=None, lineno=None):
        self.msg = msg
        self.filename = filename
        self.lineno = lineno
        Exception.__init__(self, msg)

    def __str__(self):
        return "%s (%s, line %s)" % (self.msg, self.filename, self.lineno)


class netrc:
    def __init__(self, file=None):
        if file is None:
            file = os.path.join(os.path.expanduser("~"), ".netrc")
        self.hosts = {}
        self.macros = {}
        with open(file, encoding="utf-8") as f:
            self._parse(file, f.read().split("\n"))

    def _parse(self, file, lines):
        words = []  # with the number of their line
        at = 0
        while at < len(lines):
            line = lines[at]
            at += 1
            lexer = shlex.shlex(line, posix=True)
            lexer.whitespace_split = True
            lexer.commenters = ""
            found = []
            for word in lexer:
                if word.startswith("#"):
                    break
                found.append((word, at))
            words += found
            if len(found) > 1 and found[-2][0] == "macdef":
                del words[-2:]
                body = self.macros[found[-1][0]] = []
                while at < len(lines) and lines[at].strip():
                    body.append(lines[at] + "\n")
                    at += 1
        words = iter(words)
        entry = None
        for word, line in words:
            if word in ("machine", "default"):
                entry = self._next(words, file, line) if word == "machine" else "default"
                self.hosts[entry] = ["", "", ""]
            elif entry is not None and word in ("login", "user", "account", "password"):
                self.hosts[entry][{"account": 1, "password": 2}.get(word, 0)] = self._next(words, file, line)
            else:
                raise NetrcParseError("bad toplevel token %r" % word if entry is None else "bad follower token %r" % word, file, line)
        self.hosts = {name: tuple(entry) for name, entry in self.hosts.items()}

    def _next(self, words, file, line):
        for word, _ in words:
            return word
        raise NetrcParseError("missing value", file, line)

    def authenticators(self, host):
        return self.hosts.get(host, self.hosts.get("default"))

    def __repr__(self):
        text = ""
        for host, (login, account, password) in self.hosts.items():
            text += "machine %s\n\tlogin %s\n" % (host, login)
            if account:
                text += "\taccount %s\n" % account
            text += "\tpassword %s\n" % password
        for name, lines in self.macros.items():
            text += "macdef %s\n%s\n" % (name, "".join(lines))
        return text
