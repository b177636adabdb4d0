# limit: output=100
# stdout: any
# truncated: stdout=999901 stderr=0
print("x" * 1000000)
