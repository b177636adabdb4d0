# limit: output=1001
# stdout: any
# Characters are never cut: four bytes each, so at most 1000 are kept.
# spent: output==4000
print("😀" * 1000, end="")
