# expect-json: "no newline at the end"
print("no newline", end=" ")
print("at the end", end="")
