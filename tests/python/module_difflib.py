import difflib
from difflib import SequenceMatcher

a = "qabxcd"
b = "abycdf"
s = SequenceMatcher(None, a, b)
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio())
print(s.get_matching_blocks())
print(s.get_opcodes())
print(s.find_longest_match(0, 6, 0, 6), SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd").find_longest_match())
print(SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;").get_opcodes())
print(round(SequenceMatcher(None, "ab" * 150, "ba" * 150 + "c").ratio(), 6), SequenceMatcher(None, [], []).ratio())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(difflib.get_close_matches("wheel", ["while", "with", "heel", "where"], n=2, cutoff=0.5))
print(difflib.get_close_matches("xyz", ["abc"]))
for wrong in ({"n": 0}, {"cutoff": 2}):
    try:
        difflib.get_close_matches("a", ["b"], **wrong)
    except ValueError as error:
        print(error)
one = "bacon\neggs\nham\nguido\n".splitlines(True)
two = "python\neggy\nhamster\nguido\n".splitlines(True)
print("".join(difflib.unified_diff(one, two, "before.py", "after.py", "2020", "2021")))
print("".join(difflib.context_diff(one, two, fromfile="before.py", tofile="after.py")))
print("".join(difflib.ndiff(one, two)))
long = [str(i) for i in range(40)]
other = long[:10] + ["x"] + long[12:30] + ["y", "z"] + long[30:]
print("\n".join(difflib.unified_diff(long, other, n=2, lineterm="")))
print("\n".join(difflib.context_diff(long, other, n=1, lineterm="")))
print(list(difflib.unified_diff([], ["a"], lineterm="")), list(difflib.unified_diff(["a"], ["a"])))
delta = list(difflib.ndiff("one\ntwo\nthree\n".splitlines(True), "ore\ntree\nemu\n".splitlines(True)))
print("".join(delta))
print(list(difflib.restore(delta, 1)), list(difflib.restore(delta, 2)))
print(list(difflib.Differ().compare(["a\tb\n", "same\n"], ["a\tc\n", "same\n", "new\n"])))
print([list(group) for group in SequenceMatcher(None, long, other).get_grouped_opcodes(1)])
