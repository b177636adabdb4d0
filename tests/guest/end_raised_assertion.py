# error: AssertionError: told you
# at: 3
assert 1 > 2, "told you"
