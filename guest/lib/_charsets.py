"""Codecs of text that few programs need: those of one byte a character, punycode, escapes,
and of the East Asian ones the part that is ASCII.

codecs calls encode() and decode() for a name that the interpreter does not know.
"""

# What bytes from 128 on stand for; U+FFFD: nothing.
_CONTROLS = "".join([chr(c) for c in range(128, 160)])
_UPPER = {
    "cp1250": "€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\xa0ˇ˘Ł¤Ą¦§¨©Ş«¬\xad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "cp1251": "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
    "cp1252": "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "cp1253": "€�‚ƒ„…†‡�‰�‹�����‘’“”•–—�™�›����\xa0΅Ά£¤¥¦§¨©�«¬\xad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�",
    "cp1254": "€�‚ƒ„…†‡ˆ‰Š‹Œ����‘’“”•–—˜™š›œ��Ÿ\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    "cp437": "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0",
    "cp850": "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0",
    "cp866": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\xa0",
    "iso8859-2": _CONTROLS + "\xa0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\xadŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
    "iso8859-5": _CONTROLS + "\xa0ЁЂЃЄЅІЇЈЉЊЋЌ\xadЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
    "iso8859-7": _CONTROLS + "\xa0‘’£€₯¦§¨©ͺ«¬\xad�―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�",
    "iso8859-9": _CONTROLS + "\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
    "iso8859-15": _CONTROLS + "\xa0¡¢£€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
    "koi8-r": "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    "koi8-u": "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\xa0⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
    "mac-roman": "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
}
_ALIASES = {
    "latin2": "iso8859-2", "latin5": "iso8859-9", "latin9": "iso8859-15",
    "koi8r": "koi8-r", "koi8u": "koi8-u", "macroman": "mac-roman", "macintosh": "mac-roman", "l9": "iso8859-15", "l2": "iso8859-2",
}
_EAST_ASIAN = (
    "shiftjis sjis cp932 ms932 mskanji eucjp ujis euckr korean cp949 ms949 uhc gbk cp936 ms936 gb2312 gb18030 big5 cp950 ms950 johab"
).split()
_maps = {}


# As it is known here.
def name_of(encoding):
    plain = encoding.lower().replace("_", "").replace("-", "").replace(" ", "")
    if plain in ("punycode", "idna", "unicodeescape", "rawunicodeescape"):
        return plain
    if plain in _EAST_ASIAN:
        return "east asian"
    if plain.startswith("windows"):
        plain = "cp" + plain[7:]
    elif plain.startswith("ibm"):
        plain = "cp" + plain[3:]
    elif plain.startswith("iso8859"):
        plain = "iso8859-" + plain[7:]
    plain = _ALIASES.get(plain, plain)
    if plain not in _UPPER:
        raise LookupError("unknown encoding: " + encoding)
    return plain


def _replaced(error, errors):
    if errors == "ignore":
        return ""
    if errors == "replace":
        return "?" if isinstance(error, UnicodeEncodeError) else "\ufffd"
    if isinstance(error, UnicodeEncodeError) and errors in ("xmlcharrefreplace", "backslashreplace"):
        c = ord(error.object[error.start])
        return "&#%d;" % c if errors[0] == "x" else "\\x%02x" % c if c < 256 else "\\u%04x" % c if c < 65536 else "\\U%08x" % c
    if errors == "backslashreplace":
        return "\\x%02x" % error.object[error.start]
    if errors == "strict":
        raise error
    raise LookupError("unknown error handler name '%s'" % errors)


def encode(text, encoding, errors="strict"):
    name = name_of(encoding)
    if name not in _UPPER:
        return _OTHERS[name][0](text, errors)
    if name not in _maps:
        _maps[name] = {c: 128 + i for i, c in enumerate(_UPPER[name]) if c != "\ufffd"}
    upper = _maps[name]
    out = bytearray()
    for i, c in enumerate(text):
        code = ord(c) if c < "\x80" else upper.get(c)
        if code is None:
            out += encode(_replaced(UnicodeEncodeError("charmap", text, i, i + 1, "character maps to <undefined>"), errors), encoding)
        else:
            out.append(code)
    return bytes(out)


def decode(data, encoding, errors="strict"):
    name = name_of(encoding)
    data = bytes(data)
    if name not in _UPPER:
        return _OTHERS[name][1](data, errors)
    upper = _UPPER[name]
    out = []
    for i, byte in enumerate(data):
        c = chr(byte) if byte < 128 else upper[byte - 128]
        if c == "\ufffd":
            c = _replaced(UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>"), errors)
        out.append(c)
    return "".join(out)


# --- punycode: RFC 3492 ---

_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789"


def _adapted(delta, count, first):
    delta = delta // 700 if first else delta // 2
    delta += delta // count
    k = 0
    while delta > 455:
        delta //= 35
        k += 36
    return k + 36 * delta // (delta + 38)


def _threshold(k, bias):
    return min(max(k - bias, 1), 26)


def _punycode_encode(text, errors):
    out = [c for c in text if c < "\x80"]
    done = basic = len(out)
    if basic:
        out.append("-")
    n, delta, bias = 128, 0, 72
    codes = [ord(c) for c in text]
    for code in sorted({c for c in codes if c >= 128}):
        delta += (code - n) * (done + 1)
        n = code
        for c in codes:
            if c < n:
                delta += 1
            elif c == n:
                q, k = delta, 36
                while True:
                    t = _threshold(k, bias)
                    if q < t:
                        break
                    out.append(_DIGITS[t + (q - t) % (36 - t)])
                    q = (q - t) // (36 - t)
                    k += 36
                out.append(_DIGITS[q])
                bias = _adapted(delta, done + 1, done == basic)
                delta = 0
                done += 1
        delta += 1
        n += 1
    return "".join(out).encode()


def _punycode_decode(data, errors):
    base, mark, rest = data.decode("ascii", errors).rpartition("-")
    out = list(base)
    n, i, bias = 128, 0, 72
    at = 0
    while at < len(rest):
        before, weight, k = i, 1, 36
        while True:
            if at == len(rest):
                raise UnicodeError("incomplete punicode string")
            digit = _DIGITS.find(rest[at].lower())
            if digit < 0:
                raise UnicodeError("Invalid extended code point '%s'" % rest[at])
            at += 1
            i += digit * weight
            t = _threshold(k, bias)
            if digit < t:
                break
            weight *= 36 - t
            k += 36
        count = len(out) + 1
        bias = _adapted(i - before, count, before == 0)
        n += i // count
        if n > 0x10FFFF:
            raise UnicodeError("Invalid character U+%x" % n)
        i %= count
        out.insert(i, chr(n))
        i += 1
    return "".join(out)


# Names of hosts: each part that is not ASCII as punycode.
def _idna_encode(text, errors):
    parts = []
    for part in text.replace("\u3002", ".").split("."):
        parts.append(part.encode() if part.isascii() else b"xn--" + _punycode_encode(part.lower(), errors))
    if any([not part or len(part) > 63 for part in (parts[:-1] if len(parts) > 1 else ())]) or len(parts[-1]) > 63:
        raise UnicodeError("label empty or too long")
    return b".".join(parts)


def _idna_decode(data, errors):
    parts = data.decode("ascii").split(".")
    return ".".join([_punycode_decode(part[4:].encode(), errors) if part[:4].lower() == "xn--" else part for part in parts])


# --- escapes, as in literals ---

_SHORT = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def _escape_encode(text, errors):
    out = []
    for c in text:
        code = ord(c)
        if c in _SHORT:
            out.append(_SHORT[c])
        elif 32 <= code < 127:
            out.append(c)
        else:
            out.append("\\x%02x" % code if code < 256 else "\\u%04x" % code if code < 65536 else "\\U%08x" % code)
    return "".join(out).encode()


def _raw_encode(text, errors):
    out = bytearray()
    for c in text:
        code = ord(c)
        out += bytes([code]) if code < 256 else (b"\\u%04x" if code < 65536 else b"\\U%08x") % code
    return bytes(out)


_MEANS = {"\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\n": ""}
_LENGTHS = {"x": 2, "u": 4, "U": 8}


def _unescaped(data, errors, kinds, name):
    text = data.decode("latin-1")
    out = []
    at = 0
    while True:
        end = text.find("\\", at)
        if end < 0:
            out.append(text[at:])
            return "".join(out)
        out.append(text[at:end])
        c = text[end + 1 : end + 2]
        at = end + 2
        if c and c in kinds:
            digits = text[at : at + _LENGTHS[c]]
            at += len(digits)
            try:
                if len(digits) < _LENGTHS[c]:
                    raise ValueError
                out.append(chr(int(digits, 16)))
            except ValueError:
                reason = "truncated \\%s escape" % (c + "X" * _LENGTHS[c] if c != "U" else "UXXXXXXXX")
                out.append(_replaced(UnicodeDecodeError(name, data, end, end + 2, reason), errors))
        elif name == "unicodeescape" and c and c in "01234567":
            at = end + 1
            while at < end + 4 and text[at : at + 1] and text[at] in "01234567":
                at += 1
            out.append(chr(int(text[end + 1 : at], 8)))
        elif name == "unicodeescape" and c in _MEANS:
            out.append(_MEANS[c])
        elif name == "unicodeescape" and not c:
            out.append(_replaced(UnicodeDecodeError(name, data, end, end + 1, "\\ at end of string"), errors))
        else:
            out.append("\\" + c)


def _escape_decode(data, errors):
    return _unescaped(data, errors, "xuU", "unicodeescape")


def _raw_decode(data, errors):
    return _unescaped(data, errors, "uU", "rawunicodeescape")


# --- East Asian ---


def _ascii_encode(text, errors):
    if not text.isascii():
        raise LookupError("of the East Asian encodings only ASCII is known here: use utf-8")
    return text.encode()


def _ascii_decode(data, errors):
    if max(data, default=0) > 127:
        raise LookupError("of the East Asian encodings only ASCII is known here: use utf-8")
    return data.decode()


_OTHERS = {
    "east asian": (_ascii_encode, _ascii_decode),
    "punycode": (_punycode_encode, _punycode_decode), "idna": (_idna_encode, _idna_decode),
    "unicodeescape": (_escape_encode, _escape_decode), "rawunicodeescape": (_raw_encode, _raw_decode),
}
