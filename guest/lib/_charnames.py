"""The names of characters: of those in a table, and of those that are made by a rule."""

import _unidata
import zlib

_LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ")
_VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split()
_TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")
_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2A6E0), (0x2A700, 0x2EBE1), (0x30000, 0x3134B))
_CONTROLS = ("NULL START_OF_HEADING START_OF_TEXT END_OF_TEXT END_OF_TRANSMISSION ENQUIRY ACKNOWLEDGE ALERT BACKSPACE CHARACTER_TABULATION "
             "LINE_FEED LINE_TABULATION FORM_FEED CARRIAGE_RETURN SHIFT_OUT SHIFT_IN DATA_LINK_ESCAPE").split()
_ALSO = {"BEL": 7, "TAB": 9, "HORIZONTAL TABULATION": 9, "LF": 10, "NEW LINE": 10, "END OF LINE": 10, "NL": 10, "EOL": 10, "VT": 11,
         "FF": 12, "CR": 13, "ESCAPE": 27, "ESC": 27, "DELETE": 127, "DEL": 127, "NEXT LINE": 0x85, "NEL": 0x85, "NBSP": 0xA0, "SHY": 0xAD,
         "ZWSP": 0x200B, "ZWNJ": 0x200C, "ZWJ": 0x200D, "LRM": 0x200E, "RLM": 0x200F, "WJ": 0x2060, "BYTE ORDER MARK": 0xFEFF, "BOM": 0xFEFF,
         "LATIN CAPITAL LETTER GHA": 0x1A2, "LATIN SMALL LETTER GHA": 0x1A3}
_by_code, _by_name = {}, {}


def _read():
    text, _, data = zlib.decompress(_unidata.names(), -15).partition(b"\0")
    words = text.decode().split()
    code, name, at, size = 0, [], 0, len(data)
    while at < size:
        byte = data[at]
        at += 1
        if byte == 255:
            shift = 0
            while True:
                code += (data[at] & 127) << shift
                shift += 7
                at += 1
                if data[at - 1] < 128:
                    break
            continue
        name = name[: byte - 240]
        while at < size and data[at] < 240:
            byte = data[at]
            at += 1
            if byte >= 160:
                byte = (byte - 160) << 8 | data[at]
                at += 1
            name.append(words[byte])
        _by_code[code] = " ".join(name)
        code += 1


def name_of(code, category):
    if 0xAC00 <= code < 0xD7A4:
        lead, rest = divmod(code - 0xAC00, 588)
        return "HANGUL SYLLABLE " + _LEADS[lead] + _VOWELS[rest // 28] + _TAILS[rest % 28]
    if category == "Lo":
        for start, end in _IDEOGRAPHS:
            if start <= code < end:
                return "CJK UNIFIED IDEOGRAPH-%X" % code
    if 0x2800 <= code < 0x2900:
        dots = "".join([str(dot + 1) for dot in range(8) if code >> dot & 1])
        return "BRAILLE PATTERN DOTS-" + dots if dots else "BRAILLE PATTERN BLANK"
    if not _by_code:
        _read()
    return _by_code.get(code)


def code_of(name):
    if not isinstance(name, str):
        raise TypeError("lookup() argument must be str, not " + type(name).__name__)
    if not _by_name:
        name_of(32, "Zs")
        for code, known in enumerate(_CONTROLS):
            _by_name[known.replace("_", " ")] = code
        _by_name.update(_ALSO)
        for code, known in _by_code.items():
            _by_name[known] = code
    if name.startswith("CJK UNIFIED IDEOGRAPH-"):
        digits = name[22:]
        if 4 <= len(digits) <= 5 and all(c in "0123456789ABCDEF" for c in digits):
            code = int(digits, 16)
            return code if name_of(code, "Lo") == name else None
        return None
    if name.startswith("HANGUL SYLLABLE "):
        for code in range(0xAC00, 0xD7A4, 588):
            lead = _LEADS[(code - 0xAC00) // 588]
            if name[16 : 16 + len(lead)] == lead:
                for syllable in range(code, code + 588):
                    if name_of(syllable, "Lo") == name:
                        return syllable
        return None
    if name[:16].upper() == "BRAILLE PATTERN ":
        for code in range(0x2800, 0x2900):
            if name_of(code, "So") == name.upper():
                return code
    return _by_name.get(name.upper())
