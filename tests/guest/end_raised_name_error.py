# error: NameError: name 'nowhere' is not defined
# at: 3
print(nowhere)
