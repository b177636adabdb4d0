"""fnmatch: patterns as a shell has them for names of files."""

import re


def translate(pat):
    out = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            end = i
            if pat[end : end + 1] == "!":
                end += 1
            if pat[end : end + 1] == "]":
                end += 1
            while end < len(pat) and pat[end] != "]":
                end += 1
            if end >= len(pat):
                out.append("\\[")
                continue
            inside = pat[i:end].replace("\\", "\\\\")
            i = end + 1
            if inside[0] == "!":
                inside = "^" + inside[1:]
            elif inside[0] in "^[":
                inside = "\\" + inside
            out.append("[%s]" % inside)
        else:
            out.append(re.escape(c))
    return "(?s:%s)\\Z" % "".join(out)


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


def filter(names, pat):
    match = re.compile(translate(pat)).match
    return [name for name in names if match(name)]
