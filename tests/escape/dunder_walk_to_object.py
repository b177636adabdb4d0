# The classic walk up and down the tree of classes finds no tree.
# error: AttributeError
().__class__.__bases__[0].__subclasses__()
