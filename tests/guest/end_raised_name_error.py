# error: NameError: name 'nowhere' isn't defined
# at: 3
print(nowhere)
