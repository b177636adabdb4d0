"""asyncio waits for the host, by pausing: there are no streams to poll."""

HOOKS = [
    # CancelledError's argument is no attribute of it.
    ("extmod/asyncio/funcs.py", "        status = er.value\n", "        status = er.args[0] if er.args else None\n"),
    ("extmod/asyncio/core.py", "import sys, select\n", "import sys\nimport _waiting\n"),
    # A pause may end with nothing to run.
    ("extmod/asyncio/core.py", "        while dt > 0:\n", "        while dt:\n"),
    (
        "extmod/asyncio/core.py",
        "class TimeoutError(Exception):\n    pass\n",
        "TimeoutError = TimeoutError\n",
    ),
    (
        "extmod/asyncio/core.py",
        ("class IOQueue:\n", "################################################################################\n# Main run loop"),
        '''class IOQueue:
    def __init__(self):
        self.map = _waiting.calls()

    def queue_read(self, s):
        raise OSError("streams cannot be awaited here")

    queue_write = queue_read

    def remove(self, task):
        pass

    def wait_io_event(self, dt):
        if dt:
            _waiting.pause(dt)


''',
    ),
    ("extmod/asyncio/event.py", None, None),
    ("extmod/asyncio/funcs.py", None, None),
    ("extmod/asyncio/lock.py", None, None),
    # There are no streams: their names are not to be looked for.
    (
        "extmod/asyncio/__init__.py",
        ('    "open_connection": "stream",\n', "}\n\n\n# Lazy loader"),
        "",
    ),
]
