import sys


def one():
    "doc"

    return sys._getframe().f_code.co_firstlineno, sys._getframe().f_lineno


class C:
    x = 1

    def two(
        self,
        a=1,
    ):
        return lambda: (
            a)

    @property
    def three(self):
        def four():
            return 1
        return four


print(one.__code__.co_firstlineno, one(), C.two.__code__.co_firstlineno, C().two().__code__.co_firstlineno, C().three.__code__.co_firstlineno)
code = "\n" * 3000 + "def far(): return 1\n\n\ndef farther():\n    return 2\n"
exec(code)
print(far.__code__.co_firstlineno, farther.__code__.co_firstlineno)
