# Texts that grow from the same beginning do not meet in memory.
start = "ab" * 200
a = start + "1"
b = start + "2"
c = a + "3"
d = a + "4"
e = c + "5"
print(a[-3:], b[-3:], c[-3:], d[-3:], e[-3:], start == "ab" * 200, len(a), len(e))

parts = [start]
for i in range(300):
    parts.append(parts[-1] + str(i))
for i in range(0, 300, 37):
    whole = start + "".join(str(k) for k in range(i))
    print(i, parts[i] == whole, hash(parts[i]) == hash(whole), parts[i] in {whole: 1}, len(parts[i]))
forked = [text + "|" + str(i) for i, text in enumerate(parts)]
print(all(text.endswith("|%d" % i) and text.startswith(parts[i]) for i, text in enumerate(forked)))

s = "é" * 200
kept = []
for i in range(50):
    s += "ü"
    s += s[:3]
    kept.append(s)
print(len(s), s[200:208], [len(k) for k in kept[::10]], kept[3] < kept[4], s[-1], s.encode()[-2:])

twice = "xy" * 150
for _ in range(5):
    twice += twice
print(len(twice), twice == "xy" * 150 * 32)

line = b"\x00\xff" * 200
grown = line
for i in range(100):
    grown += bytes([i])
    if i % 10 == 0:
        line = grown
print(len(grown), len(line), line[-2:], grown[:400] == b"\x00\xff" * 200)

# What is shorter than what it grew into is still whole wherever it is read.
number = "7" * 300
longer = number
for _ in range(10):
    longer += "8"
print(int(number) == int("7" * 300), float("0." + number), eval("'" + number + "'") == number, "%s" % number == number,
      number.split("7").count(""), number.replace("7", "a") == "a" * 300, f"{number}" == number, repr(number) == "'%s'" % number)
print(("ab" * 7)[:-1], "abc" * 5, "é" * 3, b"ab" * 3, "x" * 0, "abc" * 1)
