# exec takes text and code objects, no bytecode.
# outcome: raised
exec(b"M\x06\x00\x1f\x01\x00\x0ax.py\x00")
