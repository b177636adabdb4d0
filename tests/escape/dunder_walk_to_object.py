# The classic walk up and down the tree of classes finds nothing of the host's.
found = ().__class__.__bases__[0].__subclasses__()
print([c for c in found if "os" in c.__name__ or "Popen" in c.__name__])
# expect: []
