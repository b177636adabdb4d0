# outcome: any
n = int.from_bytes(bytes(range(20)), "big")
n.to_bytes(0, "big")
