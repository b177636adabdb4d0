# value: 7
x = 3; y = 4; x + y
