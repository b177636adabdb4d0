# Words: splitting, counting, searching, joining.
import re

source = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness; 42 ravens, 7 owls and 1900 sparrows saw it on 2031-04-17."""
counts = {}
for turn in range(120):
    for word in source.lower().split():
        word = word.strip(".,;")
        counts[word] = counts.get(word, 0) + 1
    title = " ".join(w[0].upper() + w[1:] for w in source.split() if w.isalpha())
    at = source.find("age")
    parts = source.replace("times", "days").split(",")
    palindrome = [w for w in counts if w == "".join(reversed(w))]
pattern = re.compile(r"([0-9]+) ([a-z]+)")
found = 0
for turn in range(60):
    rest = source
    while True:
        m = pattern.search(rest)
        if not m:
            break
        found += int(m.group(1))
        rest = rest[m.end():]
caesar = "".join(chr((ord(c) - 97 + 3) % 26 + 97) if "a" <= c <= "z" else c for c in source * 8)
encoded = caesar.encode()
print(len(counts), found, len(title), len(parts), sum(encoded) % 1000, caesar[:20], repr(source[:30]))
print("%s|%5d|%-8s|%x|%.3f" % ("a", 42, "left", 255, 2 / 3), "é😀".encode("utf-8").decode())
