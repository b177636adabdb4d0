"""email.generator: messages as text."""


def _header(name, value, policy, width):
    from email.header import Header

    end = policy.linesep
    if isinstance(value, Header):
        text = value.encode(linesep=end)
    else:
        text = str(value)
        if not text.isascii() and not policy.utf8:
            text = Header(text, "utf-8", header_name=name).encode(linesep=end)
        elif width and len(name) + 2 + len(text) > width and "\n" not in text:
            text = _folded(text, width, len(name) + 2, end)
    return "%s: %s%s" % (name, text, end)


# Lines of at most `width`, where there are blanks to break them at.
def _folded(text, width, first, end):
    lines, line, room = [], "", width - first
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line, room = word, width - 1
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return (end + " ").join(lines)


def _boundary(texts):
    import random

    while True:
        boundary = "=" * 15 + "%019d==" % random.randrange(10 ** 18)
        if not any(["--" + boundary in text for text in texts]):
            return boundary


def _text(message, unixfrom, policy, width=None):
    out = []
    end = policy.linesep
    body = _body(message, policy)
    if unixfrom:
        out.append((message.get_unixfrom() or "From nobody") + end)
    if width is None or width == 0 and message.policy.__class__.__name__ != "Compat32":
        width = policy.max_line_length or 0
    for name, value in message.items():
        out.append(_header(name, value, policy, width))
    return "".join(out) + end + body


def _body(message, policy):
    end = policy.linesep
    payload = message.get_payload()
    if payload is None:
        return _multipart(message, [], policy) if message.get_content_maintype() == "multipart" else ""
    if message.get_content_maintype() == "multipart" and message.is_multipart():
        return _multipart(message, payload, policy)
    if message.is_multipart():
        return "".join([_text(part, False, policy) for part in payload])
    if isinstance(payload, bytes):
        payload = payload.decode("ascii", "surrogateescape")
    if not isinstance(payload, str):
        raise TypeError("string payload expected: %s" % type(payload))
    return payload.replace("\r\n", "\n").replace("\n", end) if end != "\n" else payload


def _multipart(message, parts, policy):
    end = policy.linesep
    texts = [_text(part, False, policy) for part in parts]
    boundary = message.get_boundary()
    if not boundary:
        boundary = _boundary(texts)
        message.set_boundary(boundary)
    out = [message.preamble + end] if message.preamble is not None else []
    out.append("--" + boundary + end)
    out.append((end + "--" + boundary + end).join(texts))
    out.append(end + "--" + boundary + "--" + end)
    if message.epilogue is not None:
        out.append(message.epilogue)
    return "".join(out)


class Generator:
    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp = outfp
        self._width = maxheaderlen
        self.policy = policy

    def flatten(self, msg, unixfrom=False, linesep=None):
        policy = self.policy or msg.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        self.write(_text(msg, unixfrom, policy, self._width))

    def write(self, text):
        self._fp.write(text)


class BytesGenerator(Generator):
    def write(self, text):
        self._fp.write(text.encode("utf-8", "surrogateescape"))
