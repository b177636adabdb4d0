# error: RecursionError
class B:
    def __len__(self):
        return len(self)


bool(B())
