"""shlex: words as a shell splits them."""

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_")


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, quote = [], None, None
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if quote:
            if c == quote:
                quote = None
                word += "" if posix else c
            elif c == "\\" and quote == '"' and posix:
                if i == len(s):
                    raise ValueError("No escaped character")
                c = s[i]
                i += 1
                word += c if c in '"\\' else "\\" + c
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif c == "#" and comments and word is None:
            end = s.find("\n", i)
            i = len(s) if end < 0 else end
        else:
            word = word or ""
            if c in "'\"":
                quote = c
                word += "" if posix else c
            elif c == "\\" and posix:
                if i == len(s):
                    raise ValueError("No escaped character")
                word += s[i]
                i += 1
            else:
                word += c
    if quote:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    for c in s:
        if c not in _PLAIN:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s


def join(split_command):
    return " ".join([quote(arg) for arg in split_command])
