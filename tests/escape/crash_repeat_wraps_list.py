# outcome: raised | out_of_memory | trapped
[1, 2, 3, 4] * (1 << 28)
