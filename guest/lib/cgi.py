"""cgi: headers with parameters; there is no request to be read here."""


def _pieces(s):
    while s.startswith(";"):
        s = s[1:]
        end = s.find(";")
        while end > 0 and (s.count('"', 0, end) - s.count('\\"', 0, end)) % 2:
            end = s.find(";", end + 1)
        end = len(s) if end < 0 else end
        yield s[:end].strip()
        s = s[end:]


def parse_header(line):
    pieces = _pieces(";" + line)
    key, found = next(pieces), {}
    for piece in pieces:
        name, equals, value = piece.partition("=")
        if equals:
            value = value.strip()
            if len(value) >= 2 and value[0] == value[-1] == '"':
                value = value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
            found[name.strip().lower()] = value
    return key, found


class FieldStorage:
    def __init__(self, *args, **kwargs):
        raise PermissionError("nobody can connect to this sandbox: cgi.FieldStorage is not available")


def parse(*args, **kwargs):
    raise PermissionError("nobody can connect to this sandbox: cgi.parse is not available")


parse_multipart = parse
