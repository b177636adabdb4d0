# pickle: what says of itself how it is made.
import collections
import copyreg
import enum
import pickle


class E(enum.Enum):
    Q = 1


class F(enum.IntFlag):
    A = 1
    B = 2


class R:
    def __init__(self, n):
        self.n = n

    def __reduce_ex__(self, protocol):
        return R, (self.n + 1,)

    def method(self):
        return self.n


class T:
    pass


def reduce_t(t):
    return dict, ((("made", 1),),)


copyreg.pickle(T, reduce_t)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in (E.Q, F.A | F.B, collections.deque([1, 2], 3), collections.deque("ab"), range(1, 9, 2), 1 + 2j, slice(1, None), len, T()):
        print(protocol, value if type(value) is not T else "T", pickle.loads(pickle.dumps(value, protocol)))
    print(pickle.loads(pickle.dumps(E.Q, protocol)) is E.Q, pickle.loads(pickle.dumps(R(1), protocol)).n, pickle.loads(pickle.dumps([R(5).method], protocol))[0]())


def outer():
    def inner():
        pass

    return inner


for bad in (outer(), lambda: 1):
    try:
        pickle.dumps(bad)
    except (AttributeError, pickle.PicklingError) as e:
        print(type(e).__name__, str(e).split("0x")[0])
