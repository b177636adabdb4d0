import random

for state in ((3, (0,) * 625, None), (3, (2**40,) * 624 + (624,), None)):
    random.setstate(state)
    random.random()
for index in (-1, 625, 2**31 - 1):
    try:
        random.setstate((3, (0,) * 624 + (index,), None))
    except ValueError as e:
        print(e)  # expect: invalid state
        # expect: invalid state
        # expect: invalid state
