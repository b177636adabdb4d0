# Truth, short circuits, comparison chains, conditional expressions.
def say(x):
    print("said", x)
    return x
print(say(0) or say(2) or say(3))
# expect: said 0
# expect: said 2
# expect: 2
print(say(1) and say(0) and say(5))
# expect: said 1
# expect: said 0
# expect: 0
print(not 0, not [], not "x", not None)  # expect: True True False True
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > say(2) > 1)
# expect: said 2
# expect: True False True True
print("yes" if [] else "no", "yes" if [0] else "no")  # expect: no yes
print(True + True, True * 5, True == 1, True is True)  # expect: 2 5 True True
print([] is [], None is None, 1 in [1, 2], 3 not in [1, 2])  # expect: False True True True
print(bool([]), bool({}), bool(()), bool(""), bool(0.0), bool(" "))
# expect: False False False False False True
