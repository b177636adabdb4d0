"""email.parser: messages from text."""

from email import policy as _policy
from email.message import EmailMessage, Message


class Parser:
    def __init__(self, _class=None, *, policy=None):
        self.policy = policy or _policy.compat32
        self._class = _class or (EmailMessage if isinstance(self.policy, _policy.EmailPolicy) else Message)

    def parse(self, fp, headersonly=False):
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        try:
            message = self._class(policy=self.policy)
        except TypeError:
            message = self._class()
        body = self._headers(message, text)
        kind = message.get_content_maintype()
        boundary = message.get_boundary()
        if not headersonly and kind == "multipart" and boundary:
            self._parts(message, body, boundary)
        elif not headersonly and kind == "message" and message.get_content_subtype() == "rfc822":
            message._payload = [self.parsestr(body)]
        else:
            message._payload = body
        return message

    def _headers(self, message, text):
        at = 0
        found = []
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end + 1
            line = text[at:end]
            plain = line.rstrip("\r\n")
            if not plain:
                at = end
                break
            if plain[0] in " \t" and found:
                found[-1][1] += line
            elif plain.startswith("From ") and not found and at == 0:
                message.set_unixfrom(plain)
            elif ":" in plain and " " not in plain.partition(":")[0].rstrip(" "):
                name, _, value = line.partition(":")
                found.append([name, value.lstrip(" \t")])
            else:
                break
            at = end
        modern = isinstance(self.policy, _policy.EmailPolicy)
        for name, value in found:
            value = value.rstrip("\r\n")
            if modern:
                value = value.replace("\r\n", "").replace("\n", "")
                if "=?" in value:
                    from email.header import decode_header, make_header

                    value = str(make_header(decode_header(value)))
            message._headers.append((name, value))
        return text[at:]

    def _parts(self, message, body, boundary):
        part, parts, epilogue = [], [], None
        preamble = None
        lines = body.splitlines(True)
        for i, line in enumerate(lines):
            plain = line.rstrip()
            if plain == "--" + boundary or plain == "--" + boundary + "--":
                text = "".join(part)
                text = text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith("\n") else text
                if preamble is None:
                    preamble = text if part else ""
                else:
                    parts.append(self.parsestr(text))
                part = []
                if plain.endswith(boundary + "--"):
                    epilogue = "".join(lines[i + 1 :])
                    break
            else:
                part.append(line)
        else:
            if preamble is not None and part:
                parts.append(self.parsestr("".join(part)))
        message._payload = parts
        message.preamble = preamble or None
        message.epilogue = epilogue


class HeaderParser(Parser):
    def parsestr(self, text, headersonly=True):
        return Parser.parsestr(self, text, True)


class BytesParser(Parser):
    def parse(self, fp, headersonly=False):
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        return self.parsestr(bytes(text).decode("ascii", "surrogateescape"), headersonly)


class FeedParser(Parser):
    def __init__(self, _factory=None, *, policy=None):
        Parser.__init__(self, _factory, policy=policy)
        self._text = []

    def feed(self, data):
        self._text.append(data)

    def close(self):
        return self.parsestr("".join(self._text))
