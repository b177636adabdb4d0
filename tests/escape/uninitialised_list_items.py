# Lists made by multiplication and slicing hold no stray objects.
l = [None] * 100
print(set(map(type, l)) == {type(None)}, len(l[50:] * 3), [].copy())  # expect: True 150 []
