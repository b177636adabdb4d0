# error: KeyError: 'missing'
# at: 3
{"a": 1}["missing"]
