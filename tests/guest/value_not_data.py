# An object of the guest's own has a repr, but is no value.
# value: null
# repr: <a thing>
class Thing:
    def __repr__(self):
        return "<a thing>"


Thing()
