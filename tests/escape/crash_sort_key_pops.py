# outcome: any
l = list(range(100))
l.sort(key=lambda x: l.pop() if len(l) > 1 else 0)
