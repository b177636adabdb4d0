# outcome: any
class X(list, dict):
    pass


x = X()
x.append(1)
x["a"] = 1
