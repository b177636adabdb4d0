# error: RecursionError
import json


def f():
    l = []
    for _ in range(100000):
        l = [l]
    return l


json.dumps(f())
