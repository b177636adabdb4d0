"""fnmatch: patterns as a shell has them for names of files."""

import os
import re


# The characters between brackets, as an expression has them; "" if there can be none.
def _inside(text):
    negated = "!" if text[0] == "!" else ""
    if "-" in text:
        chunks, start = [], 0
        at = text.find("-", len(negated) + 1)
        while at >= 0:
            chunks.append(text[start:at])
            start = at + 1
            at = text.find("-", at + 3)
        if text[start:]:
            chunks.append(text[start:])
        else:
            chunks[-1] += "-"
        # An empty range matches nothing.
        for i in range(len(chunks) - 1, 0, -1):
            if chunks[i - 1][-1] > chunks[i][0]:
                chunks[i - 1] = chunks[i - 1][:-1] + chunks[i][1:]
                del chunks[i]
        text = "-".join([chunk.replace("\\", "\\\\").replace("-", "\\-") for chunk in chunks])
    else:
        text = text.replace("\\", "\\\\")
    return re.sub("([&~|])", r"\\\1", text)


def _one(pat, i):
    """What stands at i, as an expression, and where it ends."""
    c = pat[i]
    if c == "?":
        return ".", i + 1
    if c != "[":
        return re.escape(c), i + 1
    end = i + 1 + (pat[i + 1 : i + 2] == "!")
    end = pat.find("]", end + (pat[end : end + 1] == "]"))
    if end < 0:
        return "\\[", i + 1
    inside = _inside(pat[i + 1 : end])
    if not inside:
        return "(?!)", end + 1
    if inside == "!":
        return ".", end + 1
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in "^[":
        inside = "\\" + inside
    return "[%s]" % inside, end + 1


def translate(pat):
    parts, i = [""], 0
    while i < len(pat):
        if pat[i] == "*":
            parts.append("")
            while pat[i : i + 1] == "*":
                i += 1
        else:
            text, i = _one(pat, i)
            parts[-1] += text
    # Between two stars the first place that matches is as good as any.
    middle = "".join(["(?>.*?%s)" % part for part in parts[1:-1]])
    return "(?s:%s%s)\\Z" % (parts[0], middle + ".*" + parts[-1] if len(parts) > 1 else "")


def _match(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    return _match(pat)(name) is not None


def filter(names, pat):
    match = _match(os.path.normcase(pat))
    return [name for name in names if match(name)]
