# Indexing and slicing of text with wide characters.
s = "añb€c😀d"
print(len(s), s[0], s[1], s[3], s[5], s[-1], s[-2])  # expect: 7 a ñ € 😀 d 😀
print(s[1:4], s[:3], s[5:], s[-3:-1], s[10:], s[2:1] == "")  # expect: ñb€ añb 😀d c😀  True
print(s[::1] == s, "abcdef"[:-1], "abcdef"[-4:], "abcdef"[-4:-1], "abcdef"[9:])
# expect: True abcde cdef cde 
print([c for c in s if c < "z"], [ord(c) for c in "€😀"], chr(8364), chr(0x1F600))
# expect: ['a', 'b', 'c', 'd'] [8364, 128512] € 😀
print(s.find("€"), s.find("😀"), s.index("d"), len(s.split("€")), s.replace("😀", "!"))
# expect: 3 5 6 2 añb€c!d
print(s.encode(), bytes("é", "utf-8"), b"\xe2\x82\xac".decode())
# expect: b'a\xc3\xb1b\xe2\x82\xacc\xf0\x9f\x98\x80d' b'\xc3\xa9' €
try:
    s[7]
except IndexError as e:
    print("IndexError")
# expect: IndexError
