# id() leads nowhere: there is nothing that takes an address.
x = []
n = id(x)
found = []
for name in ("uctypes", "machine", "ctypes"):
    try:
        __import__(name)
        found.append(name)
    except ImportError:
        pass
print(isinstance(n, int), found)  # expect: True []
