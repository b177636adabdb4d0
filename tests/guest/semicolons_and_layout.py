# Layout: semicolons, continuation lines, comments, tabs, blank lines, pass.
a = 1; b = 2; print(a, b)  # expect: 1 2
c = (1 +
     2 +   # a comment inside
     3)
d = 1 + \
    2
if c: print(c); print(d)
# expect: 6
# expect: 3
def f(): return 1; print("never")
print(f())  # expect: 1
if True:
	print("a tab")
# expect: a tab
class A: x = 1; y = 2
print(A.x + A.y)  # expect: 3
while False: pass
for i in 1, 2: print(i)
# expect: 1
# expect: 2

# a comment at the end, and a backslash \
print([1,
       2,

       3], {
    "k": "v",
})
# expect: [1, 2, 3] {'k': 'v'}
