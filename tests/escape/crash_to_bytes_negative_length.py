# outcome: raised
(1 << 100).to_bytes(-1, "little")
