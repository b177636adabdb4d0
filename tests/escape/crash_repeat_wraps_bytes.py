# outcome: any
b"x" * 4096 * ((1 << 20) + 1)
