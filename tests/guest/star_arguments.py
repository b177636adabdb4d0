# What a call with a star takes from a generator is kept while more is taken.
def count(*texts):
    return len(texts), sum(map(len, texts))


def made(n):
    for i in range(n):
        yield "x%d" % i * 3


for n in (100, 600):
    print(count(*made(n)), sum(map(len, made(n))))
# expect: (100, 870) 870
# expect: (600, 6870) 6870
