# An int beyond what JSON readers keep exact.
# repr: 1267650600228229401496703205376
2**100
