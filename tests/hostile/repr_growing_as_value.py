# The same as the run's last value.
# outcome: any
# limit: time=500ms
l = ["text"]
for _ in range(40):
    l = [l, l]
l
