# error: AttributeError: 'list' object has no attribute 'push'
# at: 3
[1, 2].push(3)
