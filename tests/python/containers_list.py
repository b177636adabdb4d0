# Lists, tuples and slices: assignment, deletion, steps, and what errors say.
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
# lists
def s1():
    a = list(range(10)); a[::2] = "abcde"; return a
def s2():
    a = list(range(10)); a[1:3] = [7]*5; return a
def s3():
    a = list(range(10)); del a[::3]; return a
def s4():
    a = list(range(10)); a[::2] = [1]; return a
def s5():
    a = list(range(10)); a[8:2:-2] = (1,2,3); return a
def s6():
    a = list(range(10)); a[5:2] = "xy"; return a
def s7():
    a = list(range(5)); a[1:2] = 3; return a
def s8():
    a = list(range(5)); a[:] = a; a[2:3] = a; return a
def s9():
    a = list(range(10)); del a[-3:], a[0], a[::-2]; return a
def s10():
    a=[1,2,3]; a["x"]
def s11():
    a=[1,2,3]; a["x"]=1
def s12():
    a=[1,2,3]; a[5]=1
def s13():
    a=[1,2,3]; del a[5]
def s14():
    a=[]; a.pop()
def s15():
    a=[1]; a.pop(4)
def s16(): [1].remove(2)
def s17(): [1].index(2)
def s18(): return [1,2,3,1].index(1, 1), [1,2,3].index(3, -2), [1,2].index(2, 0, 1)
def s19(): a=[1]; a.insert(100, 2); a.insert(-100, 0); return a
def s20(): a=[1]; a.extend("ab"); a += (x for x in (1,2)); a *= 2; return a
def s21(): return [1]+(2,)
def s22(): return [1,2]*-1, 2*[1], [1]*True
def s23(): return [1]*"a"
def s24(): return [1,2] < [1,3], [1] < [1,2], [] == [], [1,2] >= [2], (1,) < (1,2), [1] == (1,)
def s25(): return [1] < (1,)
def s26(): return [1, "a"] < [1, 2]
def s27(): return (1,2,3)[::-1], (1,2,3,4)[1::2], (1,2)[5:], (1,2,3)[-2:], [1,2,3][::-1]
def s28(): (1,2)[3]
def s29(): x = (1,2); x["a"]
def s30(): t=(1,2); t[0]=1
def s31(): t=(1,2); del t[0]
def s32(): return (1,2,1).count(1), (1,2).index(2), (1,)*3, (1,)+(2,)
def s33(): (1,2).index(5)
def s34(): return sorted([3,1,2], reverse=True), sorted("bca", key=lambda c: -ord(c))
def s35(): return sorted([1,"a"])
def s36(): a=[3,1,2]; a.sort(key=lambda x: a.append(1) or x); return a
def s37(): return [1,2,3].copy(), [1].clear(), list((1,2)), list("ab"), list({1:2}), list(range(3)), list()
def s38(): return list(5)
def s39(): return [[1]]*2 == [[1],[1]], 1 in [1], [] in [[]], float('nan') in [float('nan')]
def s40(): a=[1]; a.append(a); return a, repr(a), str(a)
def s41(): a=[]; t=(a,); a.append(t); return t
def s42(): return slice(1,2), slice(3).stop, slice(1,2,3).step, slice(None,5).indices(3), slice(1,2)==slice(1,2), slice(None, None, -1).indices(5)
def s43(): return hash(slice(1,2))
def s44(): return [1,2,3][slice(0,2)], "abc"[slice(1,None)]
def s45(): return [1,2,3][0:1:0]
def s46(): x = [1,2,3]; return x[1.0]
def s47(): return [1,2,3]["a":]
def s48(): return [3,1].sort(1)
def s49(): return [1,2,3].pop(0), [1,2,3].pop(-1), [1,2,3].pop(True)
def s51(): return [None]*3, [0]*0, list.append([],1)
def s52(): return [1,2,3].reverse(), list(reversed([1,2,3])), [1, [2, 3]].count([2,3])
def s53(): x = [1,2,3]; x[1:1] = [8,9]; x[len(x):] = [7]; return x
def s54(): x = [1,2,3,4,5]; x[1:4] = []; return x
def s55(): x = [1,2,3,4,5]; x[::2] = (i for i in "abc"); return x
def s56(): x=[1,2]; x.foo
def s57(): x=(1,); x.foo = 1
def s58(): return tuple(5)
def s59(): return [1,2,3] * 2.0
def s60(): return tuple() == (), (1,2) + [3]
def s61(): return [x for x in 5]
def s62(): a, b = [1]; 
def s63(): a, b = [1,2,3]
def s64(): a, *b = []
def s66(): return list.__name__, type([]), [].__class__, [].__len__(), [1].__contains__(1), [1,2].__getitem__(0)
def s67(): return [1,2].__iter__().__next__(), [3].__eq__([3]), [1].__add__([2]), (1,2).__hash__() == hash((1,2))
def s69(): return [1,2,3].__repr__(), [1] != [2], not [], bool([0])
def s70(): x = [1,2,3]; x.__setitem__(0, 9); x.__delitem__(1); return x
for f in (s1,s2,s3,s4,s5,s6,s7,s8,s9,s10,s11,s12,s13,s14,s15,s16,s17,s18,s19,s20,s21,s22,s23,s24,s25,s26,s27,s28,s29,s30,s31,s32,s33,s34,s35,s36,s37,s38,s39,s40,s41,s42,s43,s44,s45,s46,s47,s48,s49,s51,s52,s53,s54,s55,s56,s57,s58,s59,s60,s61,s62,s63,s64,s66,s67,s69,s70):
    print(f.__name__, end=" "); t(f)
