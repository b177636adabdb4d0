# Length times count wraps a 32-bit word: for each kind of sequence.
# outcome: raised | out_of_memory | trapped
"abcdefgh" * (1 << 29)
