# A whole program: text in, sorted counts out.
# stdin: the cat and the dog and
# stdin: the Bird. A cat!
import re
import sys
counts = {}
for line in sys.stdin:
    for word in re.compile(r"[^a-z]+").split(line.lower()):
        if word:
            counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda p: (-p[1], p[0])):
    print(n, word)
# expect: 3 the
# expect: 2 and
# expect: 2 cat
# expect: 1 a
# expect: 1 bird
# expect: 1 dog
