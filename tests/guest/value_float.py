# value: 2.5
# repr: 2.5
5 / 2
