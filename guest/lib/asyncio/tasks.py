"""asyncio: tasks and futures as CPython has them, over the core's loop, and waiting for several."""

import sys
import time

from . import core
from .core import CancelledError, Task, TimeoutError
from .event import Event

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class InvalidStateError(Exception):
    pass


_tasks = []
_count = 0


def create_task(coro, *, name=None, context=None):
    global _count
    if isinstance(coro, Task) or not hasattr(coro, "send"):
        raise TypeError("a coroutine was expected, got %r" % (coro,))
    task = core.create_task(coro)
    _count += 1
    task.extra = {"name": str(name) if name is not None else "Task-%d" % _count, "done": _finish, "calls": []}
    if len(_tasks) > 32 and _count % 32 == 0:
        _tasks[:] = [one for one in _tasks if not one.done() or _lost(one)]
    _tasks.append(task)
    return task


def _finish(task, error):
    about = task.extra
    about["outcome"] = error
    for call in about.pop("calls"):
        call(task)


def _lost(task):
    """Whether it failed, and nobody asked."""
    return task.state is None and isinstance(task.extra.get("outcome"), Exception) and not isinstance(
        task.extra["outcome"], StopIteration)


async def _of(awaitable):
    return await awaitable


def ensure_future(aw, *, loop=None):
    if isinstance(aw, (Task, Future)):
        return aw
    if hasattr(aw, "send"):
        return create_task(aw)
    if hasattr(aw, "__await__") or hasattr(aw, "__iter__"):
        return create_task(_of(aw))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


# What tasks have besides the core's: called with the task as self.


def _outcome(task):
    about = task.extra
    error = about.get("outcome") if about else task.data
    if error is None or not task.done():
        raise InvalidStateError("Result is not set.")
    task.state = False  # it was asked for
    return error


def _result(task):
    error = _outcome(task)
    if isinstance(error, StopIteration):
        return error.value
    raise error


def _exception(task):
    error = _outcome(task)
    if isinstance(error, CancelledError):
        raise error
    return None if isinstance(error, StopIteration) else error


def _cancelled(task):
    return task.done() and isinstance((task.extra or {}).get("outcome"), CancelledError)


def _add_done_callback(task, call, *, context=None):
    calls = task.extra.get("calls")
    if calls is None:
        _loop.call_soon(call, task)
    else:
        calls.append(call)


def _remove_done_callback(task, call):
    calls = task.extra.get("calls", [])
    n = calls.count(call)
    for _ in range(n):
        calls.remove(call)
    return n


methods = {
    "result": _result,
    "exception": _exception,
    "cancelled": _cancelled,
    "add_done_callback": _add_done_callback,
    "remove_done_callback": _remove_done_callback,
    "get_name": lambda task: task.extra["name"],
    "set_name": lambda task, name: task.extra.update(name=str(name)),
    "get_coro": lambda task: task.coro,
    "get_loop": lambda task: _loop,
    "cancelling": lambda task: 0,
    "uncancel": lambda task: 0,
}


class Future:
    def __init__(self, *, loop=None):
        self._event = Event()
        self._error = self._value = None
        self._calls = []

    def done(self):
        return self._event.is_set()

    def cancelled(self):
        return isinstance(self._error, CancelledError)

    def _set(self, value, error):
        if self.done():
            raise InvalidStateError("invalid state")
        self._value, self._error = value, error
        self._event.set()
        for call in self._calls:
            _loop.call_soon(call, self)

    def set_result(self, result):
        self._set(result, None)

    def set_exception(self, exception):
        self._set(None, exception() if isinstance(exception, type) else exception)

    def cancel(self, msg=None):
        if self.done():
            return False
        self._set(None, CancelledError())
        return True

    def result(self):
        if not self.done():
            raise InvalidStateError("Result is not set.")
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self):
        if not self.done():
            raise InvalidStateError("Exception is not set.")
        if self.cancelled():
            raise self._error
        return self._error

    def add_done_callback(self, call, *, context=None):
        if self.done():
            _loop.call_soon(call, self)
        else:
            self._calls.append(call)

    def remove_done_callback(self, call):
        n = self._calls.count(call)
        self._calls = [one for one in self._calls if one != call]
        return n

    def get_loop(self):
        return _loop

    async def _wait(self):
        await self._event.wait()
        return self.result()

    def __await__(self):
        return self._wait()

    __iter__ = __await__


class _Handle:
    def __init__(self, call, args, delay):
        self._cancelled = False
        self._task = core.create_task(self._run(call, args, delay))

    async def _run(self, call, args, delay):
        await core.sleep_ms(int(delay * 1000))
        if not self._cancelled:
            call(*args)

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled


class _Loop:
    """The one there is."""

    def time(self):
        return time.monotonic()

    def create_task(self, coro, *, name=None, context=None):
        return create_task(coro, name=name)

    def create_future(self):
        return Future()

    def call_soon(self, call, *args, context=None):
        return _Handle(call, args, 0)

    call_soon_threadsafe = call_soon

    def call_later(self, delay, call, *args, context=None):
        return _Handle(call, args, delay)

    def call_at(self, when, call, *args, context=None):
        return _Handle(call, args, max(0, when - time.monotonic()))

    async def run_in_executor(self, executor, func, *args):
        await core.sleep_ms(0)
        return func(*args)

    def run_until_complete(self, future):
        return core.run_until_complete(future if isinstance(future, Task) else create_task(_of(future)))

    def run_forever(self):
        core.Loop.run_forever()

    def stop(self):
        core.Loop.stop()

    def close(self):
        pass

    async def shutdown_asyncgens(self):
        await _close_generators()

    def is_running(self):
        return core.cur_task is not None

    def is_closed(self):
        return False

    def set_debug(self, enabled):
        pass

    def get_debug(self):
        return False

    def set_exception_handler(self, handler):
        core.Loop.set_exception_handler(handler and _Handler(handler))

    def get_exception_handler(self):
        handler = core.Loop.get_exception_handler()
        return handler and handler.own

    def call_exception_handler(self, context):
        core.Loop.call_exception_handler(context)

    def default_exception_handler(self, context):
        core.Loop.default_exception_handler(core.Loop, context)


_loop = _Loop()


class _Handler:
    """The program's, which is to be given the loop as the program knows it."""

    def __init__(self, own):
        self.own = own

    def __call__(self, loop, context):
        self.own(_loop, context)


def get_running_loop():
    if core.cur_task is None:
        raise RuntimeError("no running event loop")
    return _loop


def get_event_loop():
    return _loop


def new_event_loop():
    core.new_event_loop()
    return _loop


def set_event_loop(loop):
    pass


def current_task(loop=None):
    return get_running_loop() and core.cur_task


def all_tasks(loop=None):
    return {task for task in _tasks if not task.done()}


def iscoroutine(obj):
    return hasattr(obj, "send") and hasattr(obj, "throw")


def iscoroutinefunction(func):
    import inspect

    return inspect.iscoroutinefunction(func)


def isfuture(obj):
    return isinstance(obj, (Task, Future))


async def sleep(delay, result=None):
    await core.sleep_ms(int(delay * 1000))
    return result


_generators = []
_most = 32


def _note(generator):
    """An asynchronous generator that begins."""
    global _most
    if len(_generators) >= _most:
        _generators[:] = [one for one in _generators if one.ag_frame is not None]
        _most = 2 * len(_generators) + 32
    _generators.append(generator)


async def _close_generators():
    sys.set_asyncgen_hooks(None, None)
    while _generators:
        one = _generators.pop()
        if one.ag_frame is None:
            continue
        try:
            await one.aclose()
        except (CancelledError, Exception) as error:
            context = {"message": "an error occurred during closing of asynchronous generator %r" % one,
                "exception": error, "asyncgen": one, "future": core.cur_task}
            core.Loop.call_exception_handler(context)


async def _main(coro):
    try:
        return await coro
    finally:
        left = [task for task in _tasks if not task.done() and task is not core.cur_task]
        for task in left:
            task.cancel()
        for task in left:
            try:
                await task
            except (CancelledError, Exception):
                pass
        await _close_generators()
        for task in _tasks:
            if _lost(task):
                error = task.extra["outcome"]
                about = "<Task finished name=%r exception=%r>" % (task.get_name(), error)
                context = {"message": "Task exception was never retrieved", "exception": error, "future": task}
                if core.Loop.get_exception_handler() is None:
                    print("%s\nfuture: %s" % (context["message"], about), file=sys.stderr)
                    sys.print_exception(error, sys.stderr)
                else:
                    core.Loop.call_exception_handler(context)


def run(main, *, debug=None):
    if core.cur_task is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError("a coroutine was expected, got %r" % (main,))
    global _count
    core.new_event_loop()
    _tasks[:] = []
    _generators[:] = []
    _count = 0
    sys.set_asyncgen_hooks(_note, None)
    try:
        return core.run_until_complete(create_task(_main(main)))
    finally:
        sys.set_asyncgen_hooks(None, None)
        core.cur_task = None
        _tasks[:] = []


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *about):
        pass

    def get_loop(self):
        return _loop

    def run(self, coro, *, context=None):
        return run(coro)

    def close(self):
        pass


# --- waiting for several ---


async def _until(tasks, enough, timeout=None):
    """Until enough(tasks), or the time is over."""
    event = Event()
    wake = lambda task: _loop.call_soon(event.set)  # a turn later, as in CPython
    for task in tasks:
        task.add_done_callback(wake)
    over = []

    def end():
        over.append(True)
        event.set()

    timer = None if timeout is None else _loop.call_later(timeout, end)
    try:
        while not enough(tasks) and not over:
            event.clear()
            await event.wait()
    finally:
        if timer is not None:
            timer.cancel()
        for task in tasks:
            task.remove_done_callback(wake)


def _all_done(tasks):
    return all([task.done() for task in tasks])


def _failed(task):
    return task.done() and (task.cancelled() or task.exception() is not None)


async def wait(aws, *, timeout=None, return_when=ALL_COMPLETED):
    tasks = list(aws)
    if not tasks:
        raise ValueError("Set of Tasks/Futures is empty.")
    if any([iscoroutine(one) and not isfuture(one) for one in tasks]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    enough = _all_done
    if return_when == FIRST_COMPLETED:
        enough = lambda tasks: any([task.done() for task in tasks])
    elif return_when == FIRST_EXCEPTION:
        enough = lambda tasks: _all_done(tasks) or any([_failed(task) for task in tasks])
    elif return_when != ALL_COMPLETED:
        raise ValueError("Invalid return_when value: %s" % return_when)
    await _until(tasks, enough, timeout)
    return {task for task in tasks if task.done()}, {task for task in tasks if not task.done()}


async def _gather(tasks, return_exceptions):
    bad = lambda task: _failed(task) and not return_exceptions
    try:
        await _until(tasks, lambda tasks: _all_done(tasks) or any([bad(task) for task in tasks]))
    except CancelledError:
        for task in tasks:
            task.cancel()
        raise
    results = []
    for task in tasks:
        if bad(task):
            task.result()
    for task in tasks:
        try:
            results.append(task.result())
        except (CancelledError, Exception) as error:
            results.append(error)
    return results


def gather(*aws, return_exceptions=False):
    return _gather([ensure_future(aw) for aw in aws], return_exceptions)


async def wait_for(fut, timeout):
    task = ensure_future(fut)
    if timeout is None:
        return await task
    try:
        if timeout > 0:
            await _until([task], _all_done, timeout)
    except CancelledError:
        if task.done():
            return task.result()
        task.cancel()
        try:
            await task
        except CancelledError:
            pass
        raise
    if not task.done():
        task.cancel()
        try:
            await task
        except CancelledError:
            raise TimeoutError()
    return task.result()


async def _shield(inner):
    await _until([inner], _all_done)
    return inner.result()


def shield(arg):
    return _shield(ensure_future(arg))


def as_completed(fs, *, timeout=None):
    tasks = [ensure_future(one) for one in fs]
    left = list(tasks)
    end = None if timeout is None else time.monotonic() + timeout

    async def following():
        await _until(tasks, lambda tasks: any([task.done() for task in left]), None if end is None else max(0, end - time.monotonic()))
        for task in sorted(left, key=lambda task: order.index(task) if task in order else len(order)):
            if task.done():
                left.remove(task)
                return task.result()
        raise TimeoutError()

    order = []
    for task in tasks:
        task.add_done_callback(order.append)
    return iter([following() for _ in tasks])


async def to_thread(func, *args, **kwargs):
    await core.sleep_ms(0)
    return func(*args, **kwargs)


def run_coroutine_threadsafe(coro, loop):
    raise RuntimeError("there are no other threads here: await it, or use create_task()")
