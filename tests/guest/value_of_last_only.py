# value: 3
# repr: 3
1
2
3
