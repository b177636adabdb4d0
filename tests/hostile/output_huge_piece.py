# stdout: any
print("x" * 30000000)
