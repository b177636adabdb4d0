"""What exception groups can do, and what `except*` does with them: groups.c."""


def _test(condition):
    if isinstance(condition, (type, tuple)):
        return lambda e: isinstance(e, condition)
    if callable(condition):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def _derive(group, exceptions):
    if not exceptions:
        return None
    new = group.derive(exceptions)
    new.__traceback__ = group.__traceback__
    new.__context__ = group.__context__
    new.__cause__ = group.__cause__
    notes = getattr(group, "__notes__", None)
    if notes:
        new.__notes__ = list(notes)
    return new


def _split(group, test):
    if test(group):
        return group, None
    parts = [], []
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            for part, of in zip(parts, _split(e, test)):
                if of is not None:
                    part.append(of)
        else:
            parts[not test(e)].append(e)
    return _derive(group, parts[0]), _derive(group, parts[1])


def split(self, condition):
    return _split(self, _test(condition))


def subgroup(self, condition):
    return _split(self, _test(condition))[0]


def derive(self, exceptions):
    return BaseExceptionGroup(self.message, exceptions)


def _leaves(group, into):
    for e in group.exceptions:
        if isinstance(e, BaseExceptionGroup):
            _leaves(e, into)
        else:
            into.append(id(e))
    return into


class _State:
    def __init__(self, caught):
        self.caught = caught
        self.naked = not isinstance(caught, BaseExceptionGroup)
        self.rest = caught
        self.matched = None
        self.raised = []
        self.again = []


def begin(caught):
    return _State(caught)


def match(state, kinds):
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    rest = state.rest
    if rest is None:
        found = None
    elif state.naked:
        found = BaseExceptionGroup("", (rest,)) if isinstance(rest, kinds) else None
        state.rest = None if found else rest
    else:
        found, state.rest = split(rest, kinds)
    state.matched = found
    return found


def raised(state, error):
    if error is state.matched or error is state.caught:
        state.again.append(state.matched)
    else:
        if error.__context__ is state.caught:
            error.__context__ = state.matched
        state.raised.append(error)


def end(state):
    again = state.again
    if state.rest is not None:
        if state.rest is state.caught:
            return state.caught
        again.append(state.rest)
    if state.naked:
        return state.raised[0] if state.raised else state.caught if again else None
    if again:
        leaves = []
        for group in again:
            _leaves(group, leaves)
        again = _split(state.caught, lambda e: id(e) in leaves)[0]
        if not state.raised:
            return again
        state.raised.append(again)
    return BaseExceptionGroup("", state.raised) if state.raised else None
