# str.format: fields, alignment, nesting, types.
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"))  # expect: 1 two 3.0 b a b
print("{a} {b}".format(a=1, b=[2]))  # expect: 1 [2]
print("{{}} {{{}}}".format(5))  # expect: {} {5}
print("[{:5}] [{:<5}] [{:>5}] [{:^5}] [{:*^7}]".format("ab", "ab", "ab", "ab", "ab"))
# expect: [ab   ] [ab   ] [   ab] [ ab  ] [**ab***]
print("[{:5}] [{:<5}] [{:05}] [{:+}] [{:x}] [{:#x}]".format(42, 42, 42, 42, 255, 255))
# expect: [   42] [42   ] [00042] [+42] [ff] [0xff]
print("{:{w}.{p}f}|".format(3.14159, w=8, p=2))  # expect:     3.14|
print("{!r} {!s}".format("a", "a"), "{:.3}".format("abcdef"), "{:c}".format(65))
# expect: 'a' a abc A
print("{:10.3e}|{:g}|{:.1%}".format(12345.6789, 0.5, 0.123))  # expect:  1.235e+04|0.5|12.3%
for bad in ("{", "}", "{0} {}", "{a}", "{5}"):
    try:
        print(bad.format(1))
    except (ValueError, KeyError, IndexError) as e:
        print(bad, type(e).__name__)
# expect: { ValueError
# expect: } ValueError
# expect: {0} {} ValueError
# expect: {a} KeyError
# expect: {5} IndexError
