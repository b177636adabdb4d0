# Tables that lie in read-only memory of the interpreter.
# outcome: raised
del str.upper
