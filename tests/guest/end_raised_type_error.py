# error: TypeError: unsupported types for __add__: 'int', 'str'
# at: 3
1 + "1"
