# Reaching the end is done, with exit code 0.
# exit: 0
print("over")  # expect: over
