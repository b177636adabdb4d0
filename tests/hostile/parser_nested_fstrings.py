# outcome: any
# limit: time=500ms
s = "1"
for i in range(20):
    s = "f'{" + s + "}'" if i % 2 else 'f"{' + s + '}"'
eval(s)
