# A shift count that no word holds.
# outcome: raised | out_of_memory
1 << (1 << 70)
