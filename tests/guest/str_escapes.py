# Escapes in literals, raw strings, joined literals, repr.
print("a\tb".split("\t"), len("\\n"), "\x41\u00e9\U0001F600", '\'"', "\101")
# expect: ['a', 'b'] 2 Aé😀 '" A
print(r"\n\x41", len(r"\n"), "one " "two " 'three')  # expect: \n\x41 2 one two three
print(repr("a\nb\t\\"), repr("it's"), repr('say "x"'), repr("both ' and \""), repr("\x00\x7f"))
# expect: 'a\nb\t\\' "it's" 'say "x"' 'both \' and "' '\x00\x7f'
print("""three
lines
here""")
# expect: three
# expect: lines
# expect: here
print("con\
tinued", ("paren"
          "theses"))
# expect: continued parentheses
print(b"\x00\xff\n", repr(b"a'b"))  # expect: b'\x00\xff\n' b"a'b"
