"""contextlib: things to use in with statements."""

import sys
from abc import ABC, abstractmethod
from functools import wraps


# Whether a class, or one before it, defines each of the methods, and not as None.
def _has(asked, cls, *names):
    if not asked:
        return NotImplemented
    for name in names:
        found = [c.__dict__[name] for c in cls.__mro__ if name in c.__dict__]
        if not found or found[0] is None:
            return NotImplemented
    return True


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AbstractContextManager(ABC):
    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(cls is AbstractContextManager, subclass, "__enter__", "__exit__")

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager(ABC):
    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(cls is AbstractAsyncContextManager, subclass, "__aenter__", "__aexit__")

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self.gen.close()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and getattr(error, "__cause__", None) is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


class _AsyncGeneratorContextManager(AbstractAsyncContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            await self.gen.aclose()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if error is not value:
                raise
            return False
        await self.gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Redirect(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


# What was raised before is the context of what an exit raised, not what is handled around the stack.
def _link(new, old, handled):
    while new is not old:
        context = new.__context__
        if context is None or context is old:
            return
        if context is handled:
            new.__context__ = old
            return
        new = context


class _Stack:
    # Each entry: (is it asynchronous, what to call with the exception).
    def __init__(self):
        self._exits = []

    def pop_all(self):
        new = type(self)()
        new._exits = self._exits
        self._exits = []
        return new

    def push(self, exit):
        method = getattr(exit, "__exit__", None)
        self._exits.append((False, exit if method is None else method))
        return exit

    def enter_context(self, cm):
        if not hasattr(cm, "__enter__") or not hasattr(cm, "__exit__"):
            raise TypeError("'%s.%s' object does not support the context manager protocol" % (
                type(cm).__module__, type(cm).__qualname__))
        result = cm.__enter__()
        self._exits.append((False, cm.__exit__))
        return result

    def callback(*args, **kwds):
        self, function, args = args[0], args[1], args[2:]

        def exit(exc_type, exc, tb):
            function(*args, **kwds)

        exit.__wrapped__ = function
        self._exits.append((False, exit))
        return function


class ExitStack(_Stack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        given, handled = exc, sys.exc_info()[1]
        while self._exits:
            _, exit = self._exits.pop()
            try:
                if exit(None if exc is None else type(exc), exc, None if exc is None else tb):
                    exc = None
            except BaseException as error:
                _link(error, exc, handled)
                exc = error
        if exc is not None and exc is not given:
            context = exc.__context__
            try:
                raise exc
            finally:
                exc.__context__ = context
        return given is not None and exc is None

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def __aenter__(self):
        return self

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()
        self._exits.append((True, cm.__aexit__))
        return result

    def push_async_exit(self, exit):
        method = getattr(exit, "__aexit__", None)
        self._exits.append((True, exit if method is None else method))
        return exit

    def push_async_callback(self, callback, *args, **kwds):
        async def exit(exc_type, exc, tb):
            await callback(*args, **kwds)

        self._exits.append((True, exit))
        return callback

    async def __aexit__(self, exc_type, exc, tb):
        given, handled = exc, sys.exc_info()[1]
        while self._exits:
            is_async, exit = self._exits.pop()
            try:
                done = exit(None if exc is None else type(exc), exc, None if exc is None else tb)
                if is_async:
                    done = await done
                if done:
                    exc = None
            except BaseException as error:
                _link(error, exc, handled)
                exc = error
        if exc is not None and exc is not given:
            context = exc.__context__
            try:
                raise exc
            finally:
                exc.__context__ = context
        return given is not None and exc is None

    async def aclose(self):
        await self.__aexit__(None, None, None)


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        from os import chdir, getcwd

        self._old_cwd.append(getcwd())
        chdir(self.path)

    def __exit__(self, *excinfo):
        from os import chdir

        chdir(self._old_cwd.pop())
