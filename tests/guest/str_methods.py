# Methods of str.
s = "The quick brown fox"
print(s.upper(), s.lower(), len(s))  # expect: THE QUICK BROWN FOX the quick brown fox 19
print(s.find("quick"), s.find("slow"), s.rfind("o"), s.index("fox"), s.count("o"))
# expect: 4 -1 17 16 2
print(s.replace("quick", "slow"), "aaa".replace("a", "b", 2), "abc".replace("", "-"))
# expect: The slow brown fox bba -a-b-c-
print(s.split(), s.split("o"), "a,b,,c".split(","), "a b  c".split(" ", 1), "a,b,c".rsplit(",", 1))
# expect: ['The', 'quick', 'brown', 'fox'] ['The quick br', 'wn f', 'x'] ['a', 'b', '', 'c'] ['a', 'b  c'] ['a,b', 'c']
print("-".join(["a", "b", "c"]), "".join([]), ",".join("xyz"))  # expect: a-b-c  x,y,z
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"))
# expect: x| x |   x| a
print(s.startswith("The"), s.endswith("fox"), s.startswith("quick", 4),
      "abc".startswith(("x", "a")))
# expect: True True True True
print("abc".center(9) + "|", "a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
# expect:    abc   | ('a', '-', 'b-c') ('a-b', '-', 'c') ('abc', '', '')
print("abc".isalpha(), "12".isdigit(), " ".isspace(), "Ab".isupper(), "ab".islower())
# expect: True True True False True
print("a\nb\r\nc\n".splitlines(), "a\nb".splitlines(True))  # expect: ['a', 'b', 'c'] ['a\n', 'b']
print("abc" * 3, "abc" + "def", "b" in "abc", "abc" < "abd", "a" * 0 == "")
# expect: abcabcabc abcdef True True True
try:
    s.index("slow")
except ValueError as e:
    print("ValueError", e)
# expect: ValueError substring not found
