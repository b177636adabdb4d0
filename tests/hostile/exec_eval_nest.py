# Text that evaluates text that evaluates text, of doubling length.
# outcome: raised | out_of_memory | out_of_time
# limit: time=500ms
s = "1"
for _ in range(12):
    s = "eval(%r)" % s
eval(s)
while True:
    s = "eval(%r)" % s
