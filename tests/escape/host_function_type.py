# Types of built-in functions cannot be instantiated.
# outcome: raised
type(print)(1, 2, 3)
