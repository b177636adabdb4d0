# value: 42
# repr: 42
6 * 7
