# Collections between raising and handling; exceptions keep what they hold.
import gc
class E(Exception):
    def __init__(self, *a):
        gc.collect()
        super().__init__(*a)
        self.extra = ["extra"] + list(a)
def thrower(n):
    held = ["held", n]
    try:
        if n == 0:
            raise E("deep", held)
        thrower(n - 1)
    finally:
        gc.collect()
        [bytes(100) for _ in range(10)]
try:
    thrower(20)
except E as e:
    gc.collect()
    print(e.args, e.extra)
# expect: ('deep', ['held', 0]) ['extra', 'deep', ['held', 0]]
saved = []
for i in range(10):
    try:
        raise E("saved", i, [i] * 3)
    except E as e:
        saved.append(e)
gc.collect()
junk = [[i] * 20 for i in range(200)]
print([x.args for x in saved][7:], saved[3].extra)
# expect: [('saved', 7, [7, 7, 7]), ('saved', 8, [8, 8, 8]), ('saved', 9, [9, 9, 9])] ['extra', 'saved', 3, [3, 3, 3]]
try:
    try:
        {}["missing" + str(1)]
    except KeyError as e:
        gc.collect()
        raise E(e.args[0] + "!")
except E as e:
    gc.collect()
    print(e.args)
# expect: ('missing1!',)
