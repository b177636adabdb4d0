# The value None is no value.
# value: null
None
