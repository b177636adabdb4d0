# stdout: any
# One print of much more than is kept.
print([0] * 2000000)
