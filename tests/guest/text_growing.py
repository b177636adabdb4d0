# Text that is added to piece by piece is not copied each time.
# spent: steps<=40000000
s = ""
data = b""
for i in range(200000):
    s += "x"
    data = data + b"yz"
print(len(s), s.count("x"), len(data), data[-3:])  # expect: 200000 200000 400000 b'zyz'


# Nor where it is an attribute, or two grow in turn.
class Page:
    text = ""


page = Page()
odd = even = ""
for i in range(60000):
    page.text += "ab"
    if i % 2:
        odd += "1"
    else:
        even += "22"
print(len(page.text), len(odd), len(even), set(odd), set(even))  # expect: 120000 30000 60000 {'1'} {'2'}
