"""Writes chartable.h: what Unicode says of each character, as python3 knows it.

    chartable.py OUT

Neighbours that are alike make a run: its first character and what it is, one
word. What they are is a record: flags, and the way to their other cases, as a
distance or, for the few that become several characters, as a place in a list.
"""

import sys
import unicodedata

LAST = 0x110000
FLAGS = "ALPHA DECIMAL DIGIT NUMERIC SPACE PRINTABLE LOWER UPPER TITLE START CONTINUE CASED IGNORABLE".split()
SEVERAL = 0x400000


def flags(ch):
    cased = (ch + "\u03a3").lower()[-1] == "\u03c2"
    return (
        ch.isalpha(),
        ch.isdecimal(),
        ch.isdigit(),
        ch.isnumeric(),
        ch.isspace(),
        ch.isprintable(),
        ch.islower(),
        ch.isupper(),
        unicodedata.category(ch) == "Lt",
        ch.isidentifier(),
        ("a" + ch).isidentifier(),
        cased,
        not cased and ("a" + ch + "\u03a3").lower()[-1] == "\u03c2",
    )


def main(out):
    several = []

    def way(ch, other):
        if len(other) == 1:
            return ord(other) - ord(ch)
        codes = [len(other), *map(ord, other)]
        for at in range(len(several)):
            if several[at : at + len(codes)] == codes:
                break
        else:
            at = len(several)
            several.extend(codes)
        return SEVERAL + at

    records, runs, before = {}, [], None
    for code in range(LAST):
        ch = chr(code)
        # A capital sigma alone becomes a small one; the end of a word is for the user of this table.
        lower = "\u03c3" if code == 0x3A3 else ch.lower()
        record = (
            sum(bit << i for i, bit in enumerate(flags(ch))),
            way(ch, lower),
            way(ch, ch.upper()),
            way(ch, ch.title()),
            way(ch, ch.casefold()),
        )
        if record != before:
            runs.append(code << 11 | records.setdefault(record, len(records)))
            if ch.isdecimal():
                assert unicodedata.decimal(ch) == 0
        before = record
    assert len(records) < 1 << 11 and max(several) < 1 << 16
    with open(out, "w") as f:
        f.write(f"// Unicode {unicodedata.unidata_version}; made by chartable.py.\n")
        for i, name in enumerate(FLAGS):
            f.write(f"#define CHAR_{name} {1 << i:#x}u\n")
        f.write(f"#define SEVERAL {SEVERAL:#x}\n")
        f.write("static const uint32_t runs[] = {\n    %s\n};\n" % ", ".join(map(hex, runs)))
        f.write("static const record_t records[] = {\n")
        f.writelines("    {%#x, {%d, %d, %d, %d}},\n" % record for record in records)
        f.write("};\nstatic const uint16_t several[] = {\n    %s\n};\n" % ", ".join(map(hex, several)))


main(*sys.argv[1:])
