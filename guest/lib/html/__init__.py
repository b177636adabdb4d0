"""html: text in HTML and back, by the names of HTML 4 and a few more."""

# Those of the codes from 160 to 255, and each other's with its code.
_LATIN = (
    "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 "
    "acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde "
    "Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc "
    "Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml "
    "aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc "
    "otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
_OTHERS = (
    "quot 22 amp 26 lt 3c gt 3e OElig 152 oelig 153 Scaron 160 scaron 161 Yuml 178 fnof 192 circ 2c6 tilde "
    "2dc Alpha 391 Beta 392 Gamma 393 Delta 394 Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 Kappa 39a "
    "Lambda 39b Mu 39c Nu 39d Xi 39e Omicron 39f Pi 3a0 Rho 3a1 Sigma 3a3 Tau 3a4 Upsilon 3a5 Phi 3a6 Chi 3a7 "
    "Psi 3a8 Omega 3a9 alpha 3b1 beta 3b2 gamma 3b3 delta 3b4 epsilon 3b5 zeta 3b6 eta 3b7 theta 3b8 iota 3b9 "
    "kappa 3ba lambda 3bb mu 3bc nu 3bd xi 3be omicron 3bf pi 3c0 rho 3c1 sigmaf 3c2 sigma 3c3 tau 3c4 "
    "upsilon 3c5 phi 3c6 chi 3c7 psi 3c8 omega 3c9 thetasym 3d1 upsih 3d2 piv 3d6 ensp 2002 emsp 2003 thinsp "
    "2009 zwnj 200c zwj 200d lrm 200e rlm 200f ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 sbquo 201a ldquo "
    "201c rdquo 201d bdquo 201e dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 Prime "
    "2033 lsaquo 2039 rsaquo 203a oline 203e frasl 2044 euro 20ac image 2111 weierp 2118 real 211c trade 2122 "
    "alefsym 2135 larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 crarr 21b5 lArr 21d0 uArr 21d1 rArr 21d2 "
    "dArr 21d3 hArr 21d4 forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220b "
    "prod 220f sum 2211 minus 2212 lowast 2217 radic 221a prop 221d infin 221e ang 2220 and 2227 or 2228 cap "
    "2229 cup 222a int 222b there4 2234 sim 223c cong 2245 asymp 2248 ne 2260 equiv 2261 le 2264 ge 2265 sub "
    "2282 sup 2283 nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22a5 sdot 22c5 lceil 2308 rceil "
    "2309 lfloor 230a rfloor 230b lang 2329 rang 232a loz 25ca spades 2660 clubs 2663 hearts 2665 diams 2666")

# What Windows' code page has from 128 to 159.
_WINDOWS = ("20ac 81 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 8d 17d 8f "
            "90 2018 2019 201c 201d 2022 2013 2014 2dc 2122 161 203a 153 9d 17e 178")
_known = {}


def _names():
    if not _known:
        for i, name in enumerate(_LATIN.split()):
            _known[name] = chr(160 + i)
        others = _OTHERS.split()
        for name, code in zip(others[::2], others[1::2]):
            _known[name] = chr(int(code, 16))
    return _known


# Those that only HTML 5 has, as far as they are common.
_MORE = {"apos": "'", "AMP": "&", "LT": "<", "GT": ">", "QUOT": '"', "COPY": "©", "REG": "®"}


def _named(name):
    return _names().get(name) or _MORE.get(name)


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    out = []
    start = 0
    while True:
        at = s.find("&", start)
        if at < 0:
            out.append(s[start:])
            return "".join(out)
        out.append(s[start:at])
        end = at + 1
        while end < len(s) and (s[end].isalpha() or s[end] in "#0123456789") and end - at < 33:
            end += 1
        text, used = _entity(s[at + 1 : end], s[end : end + 1] == ";")
        out.append(text)
        start = at + 1 + used


def _entity(name, ended):
    """What it stands for, and how long it is without the &."""
    if name[:1] == "#":
        base = 16 if name[1:2] in ("x", "X") else 10
        digits = "0123456789abcdefABCDEF" if base == 16 else "0123456789"
        end = start = 2 if base == 16 else 1
        while name[end : end + 1] and name[end] in digits:
            end += 1
        if end == start:
            return "&", 0
        return _character(int(name[start:end], base)), end + (ended and end == len(name))
    text = _named(name)
    if ended and text:
        return text, len(name) + 1
    # Those of Latin 1 need no semicolon.
    for n in range(len(name), 1, -1):
        text = _named(name[:n])
        if text and (ord(text) in range(160, 256) or text in '&<>"'):
            return text, n
    return "&", 0


def _character(code):
    if 0x80 <= code < 0xA0:
        return chr(int(_WINDOWS.split()[code - 0x80], 16))
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    if code < 32 and code not in (9, 10, 12, 13) or code == 127 or 0xFDD0 <= code < 0xFDF0 or code & 0xFFFE == 0xFFFE:
        return ""
    return chr(code)


# For those who search with an expression of their own: what is behind the &.
def _replace_charref(found):
    name = found.group(1)
    ended = name.endswith(";")
    text, used = _entity(name.rstrip(";"), ended)
    return text + name[used:]
