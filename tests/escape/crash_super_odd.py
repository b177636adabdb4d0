# super() with odd arguments, compared, printed, called.
# outcome: any
class A:
    def f(self):
        return super()


for arguments in ((), (A,), (A, A()), (A, 5), (int, 5), (type, type), (object, object()), (5, 5)):
    try:
        s = super(*arguments)
        repr(s), s == s, s.__class__, s.__init__, hash(s), bool(s), s.missing
    except Exception:
        pass
A().f().g
