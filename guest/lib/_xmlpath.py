"""The paths that xml.etree.ElementTree knows."""

import re

_TOKEN = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]*\})?[^/\[\]()@!=\s]+)|\s+")


def _tokens(path, namespaces):
    for quoted, sign, name in _TOKEN.findall(path):
        if name and name[0] != "{" and namespaces:
            prefix, colon, local = name.partition(":")
            if colon:
                if prefix not in namespaces:
                    raise SyntaxError("prefix %r not found in prefix map" % prefix)
                name = "{%s}%s" % (namespaces[prefix], local)
            elif namespaces.get(""):
                name = "{%s}%s" % (namespaces[""], name)
        if quoted or sign or name:
            yield quoted or sign or name


def _matches(tag, wanted):
    if wanted[:2] == "{}":
        wanted = wanted[2:]
        if wanted == "*":
            return isinstance(tag, str) and tag[:1] != "{"
    if wanted == "*" or tag == wanted:
        return True
    if wanted == "{*}*":
        return isinstance(tag, str)
    if wanted[:3] == "{*}":
        return isinstance(tag, str) and (tag == wanted[3:] or tag.endswith("}" + wanted[3:]))
    return wanted[-2:] == "}*" and isinstance(tag, str) and tag.startswith(wanted[:-1])


def _unique(elements):
    seen, kept = set(), []
    for element in elements:
        if id(element) not in seen:
            seen.add(id(element))
            kept.append(element)
    return kept


def find(root, path, namespaces):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = list(_tokens(path, namespaces))
    parents = None
    found, deep, i = [root], False, 0
    while i < len(tokens):
        token = tokens[i]
        i += 1
        if token == "/":
            continue
        if token == "//":
            deep = True
            continue
        if token == "[":
            end = tokens.index("]", i)
            found = _filter(found, tokens[i:end], root)
            i = end + 1
            continue
        if token == ".":
            continue
        if token == "..":
            if parents is None:
                parents = {id(child): parent for parent in root.iter() for child in parent}
            found = _unique([parents[id(element)] for element in found if id(element) in parents])
            continue
        if deep:
            found = _unique([e for one in found for e in one.iter() if e is not one and _matches(e.tag, token)])
        else:
            found = [child for one in found for child in one if _matches(child.tag, token)]
        deep = False
    return found


def _filter(found, test, root):
    if test[0] == "@":
        if len(test) == 2:
            return [e for e in found if e.get(test[1]) is not None]
        value = test[3][1:-1]
        if test[2] == "!=":
            return [e for e in found if e.get(test[1]) is not None and e.get(test[1]) != value]
        return [e for e in found if e.get(test[1]) == value]
    if len(test) >= 3 and test[-2] in ("=", "!="):
        value, equal = test[-1][1:-1], test[-2] == "="
        if test[0] == ".":
            return [e for e in found if ("".join(e.itertext()) == value) == equal]
        return [e for e in found if any([("".join(c.itertext()) == value) == equal for c in e.findall(test[0])])]
    if re.match(r"-?\d+$", test[0]) or test[0] == "last":
        at = -1 if test[0] == "last" else int(test[0]) - 1
        if at < 0 and test[0] != "last":
            raise SyntaxError("XPath position >= 1 expected")
        if len(test) > 2:
            if not re.match(r"[-+]?\d+$", test[-1]):
                raise SyntaxError("unsupported expression")
            at += int(test[-1])
            if at > -2:
                raise SyntaxError("XPath offset from last() must be negative")
        parents = {id(child): parent for parent in root.iter() for child in parent}
        kept = []
        for e in found:
            same = [c for c in parents[id(e)] if c.tag == e.tag]
            if -len(same) <= at < len(same) and same[at] is e:
                kept.append(e)
        return kept
    if len(test) == 1:
        return [e for e in found if e.find(test[0]) is not None]
    raise SyntaxError("invalid predicate")
