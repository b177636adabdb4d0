# The % operator.
print("%s %r %d %i" % ("a", "b", 3, 4), "%5d|%-5d|%05d" % (42, 42, 42))
# expect: a 'b' 3 4    42|42   |00042
print("%x %X %o %c %c %%" % (255, 255, 8, "A", 66))  # expect: ff FF 10 A B %
print("%.2f %8.3f|%-8.2f|%e" % (1.005, 2.5, 2.5, 12345.678))
# expect: 1.00    2.500|2.50    |1.234568e+04
print("%(a)s and %(b)d" % {"a": "x", "b": 5}, "%s" % (1,), "%s" % [1, 2])
# expect: x and 5 1 [1, 2]
print("%*d|%.*f" % (6, 42, 2, 3.14159), "%+d % d" % (5, 5))  # expect:     42|3.14 +5  5
for fmt, args in (("%d", "x"), ("%s %s", ("one",)), ("%s", (1, 2)), ("%", 1)):
    try:
        print(fmt % args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: ValueError
