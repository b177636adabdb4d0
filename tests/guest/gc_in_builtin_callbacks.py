# Collections inside every callback that a built-in makes: nothing alive is lost.
import gc
def shake(x):
    junk = [bytes(64), {x: [x]}, "s%s" % x]
    gc.collect()
    return [x, str(x) * 3]
print([v[1] for v in map(shake, range(4))], list(filter(lambda v: shake(v)[0] > 1, range(4))))
# expect: ['000', '111', '222', '333'] [2, 3]
print(sorted(["b%d" % i for i in (3, 1, 2)], key=lambda s: shake(s)[1]))
# expect: ['b1', 'b2', 'b3']
print(max(("m%d" % i for i in range(5)), key=lambda s: shake(s)[0]),
      min([3, 1, 2], key=lambda v: shake(v)[0]))
# expect: m4 1
print(sum((shake(i)[0] for i in range(10)), 5), any(shake(i)[0] > 3 for i in range(6)),
      all(shake(i) for i in range(3)))
# expect: 50 True True
print(list(zip(map(shake, range(2)), map(shake, "ab"))), list(enumerate(map(shake, range(2)))))
# expect: [([0, '000'], ['a', 'aaa']), ([1, '111'], ['b', 'bbb'])] [(0, [0, '000']), (1, [1, '111'])]
print(dict((("k%d" % i, shake(i)) for i in range(3)))["k2"],
      sorted(set(shake(i)[1] for i in range(4))))
# expect: [2, '222'] ['000', '111', '222', '333']
print(tuple(map(shake, range(2))), "".join(shake(i)[1] for i in range(5)),
      b"".join(bytes(shake(i)[1], "utf-8") for i in range(3)))
# expect: ([0, '000'], [1, '111']) 000111222333444 b'000111222'
print(list(reversed([shake(i)[1] for i in range(3)])), bytes(shake(i)[0] for i in range(5)),
      bytearray(shake(i)[0] for i in range(3)))
# expect: ['222', '111', '000'] b'\x00\x01\x02\x03\x04' bytearray(b'\x00\x01\x02')
