# A range that no word of the guest's holds, and nothing to see it through.
# limit: cpu=500ms
# outcome: out_of_steps | out_of_cpu
sum(range(10**12))
