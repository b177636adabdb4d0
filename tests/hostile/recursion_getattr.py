# error: RecursionError
class G:
    def __getattr__(self, name):
        return getattr(self, "b")


G().a
