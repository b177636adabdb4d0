# re: matching, groups, classes, repetition, substitution, splitting.
import re
m = re.match(r"(\w+) (\d+)", "item 42 rest")
print(m.group(0), m.group(1), m.group(2), m.groups(), m.start(), m.end(2), m.span(1))
# expect: item 42 item 42 ('item', '42') 0 7 (0, 4)
print(re.search("b+", "aabbb").group(0), re.search("x", "abc"), re.match("b", "abc"))
# expect: bbb None None
print(re.sub("a", "X", "banana"), re.sub("a", "X", "banana", 2),
      re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"))
# expect: bXnXnX bXnXna 1a 2b
print(re.sub("[aeiou]", lambda m: m.group(0).upper(), "education"))  # expect: EdUcAtIOn
print(re.compile(",").split("a,b,,c"), re.compile("[0-9]+").split("a1b22c"))
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c']
for pattern, text in (("a*?b", "aaab"), ("^ab$", "ab"), ("a|bc", "bc"), ("(ab)+", "ababab"),
                      ("[^a-c]", "abcd"),
                      (r"\s\S\d\D\w\W", " x1a_-"), ("(?:a)(b)", "ab"), ("a?b", "b"), (r"\.", "a.")):
    m = re.search(pattern, text)
    print(pattern, m and m.group(0))
# expect: a*?b aaab
# expect: ^ab$ ab
# expect: a|bc bc
# expect: (ab)+ ababab
# expect: [^a-c] d
# expect: \s\S\d\D\w\W  x1a_-
# expect: (?:a)(b) ab
# expect: a?b b
# expect: \. .
for bad in ("(", "[a", "*", "a)"):
    try:
        re.compile(bad)
        print("compiled")
    except Exception:
        print("refused")
# expect: refused
# expect: refused
# expect: refused
# expect: refused
print(re.match(b"\xff+", b"\xff\xff\x00").group(0))  # expect: b'\xff\xff'
