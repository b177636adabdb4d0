# limit: output=20
# What is kept is the head and the tail.
# expect-json: "0123456789GHIJKLMNOP"
# truncated: stdout=6 stderr=0
print("0123456789ABCDEFGHIJKLMNOP", end="")
