# value: true
# repr: True
1 < 2
