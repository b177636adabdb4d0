# outcome: out_of_memory | out_of_time
# limit: time=500ms
def f():
    hold = []
    while True:
        hold.append(type("C", (), {"x": [0] * 100}))


f()
