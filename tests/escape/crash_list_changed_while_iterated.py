# outcome: any
l = list(range(1000))
for x in l:
    l.clear()
    l.append([x])
    if x == 5:
        break
for i, x in enumerate(reversed(l)):
    l.clear()
