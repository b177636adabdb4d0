# limit: output=26
# truncated: stdout=0 stderr=0
print("abcdefghijklmnopqrstuvwxy")  # expect: abcdefghijklmnopqrstuvwxy
