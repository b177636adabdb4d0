# outcome: raised
compile(5, None, "exec")
