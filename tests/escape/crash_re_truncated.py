# Patterns cut short at every place.
import re

full = r"^(a[^b-d\]]+?|(?:\w\s)*|.{2})??$\\"
ends = set()
for i in range(len(full) + 1):
    for tail in ("", "[", "\\", "(", "[a-", "[^", "(?", "{", "*"):
        try:
            re.compile(full[:i] + tail).match("abcd")
            ends.add("ok")
        except Exception as e:
            ends.add("refused")
print(sorted(ends))  # expect: ['ok', 'refused']
