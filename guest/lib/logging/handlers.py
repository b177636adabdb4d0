"""logging.handlers: files that are turned over, queues, memory; and names for what needs a network."""

import logging

import _outside
from logging import FileHandler, Handler

DEFAULT_TCP_LOGGING_PORT, SYSLOG_UDP_PORT = 9020, 514


class BaseRotatingHandler(FileHandler):
    namer = rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        FileHandler.__init__(self, filename, mode, encoding, delay, errors)
        self.mode = mode

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        import os

        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.replace(source, dest)


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        BaseRotatingHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        import os

        self.stream.close()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename("%s.%d" % (self.baseFilename, i))
                if os.path.exists(source):
                    os.replace(source, self.rotation_filename("%s.%d" % (self.baseFilename, i + 1)))
            self.rotate(self.baseFilename, self.rotation_filename(self.baseFilename + ".1"))
        self.stream = open(self.baseFilename, "w")

    def shouldRollover(self, record):
        import os

        if self.maxBytes <= 0:
            return False
        self.flush()
        size = os.path.getsize(self.baseFilename) if os.path.exists(self.baseFilename) else 0
        return size + len(self.format(record).encode()) + 1 >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    _UNITS = {"S": (1, "%Y-%m-%d_%H-%M-%S"), "M": (60, "%Y-%m-%d_%H-%M"), "H": (3600, "%Y-%m-%d_%H"), "D": (86400, "%Y-%m-%d"), "MIDNIGHT": (86400, "%Y-%m-%d")}

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        self.when = when.upper()
        if self.when not in self._UNITS:
            raise ValueError("Invalid rollover interval specified: %s" % when)
        BaseRotatingHandler.__init__(self, filename, "a", encoding, delay, errors)
        seconds, self.suffix = self._UNITS[self.when]
        self.interval = seconds * interval
        self.backupCount = backupCount
        self.rolloverAt = None

    def _next(self, now):
        return (now // 86400 + 1) * 86400 if self.when == "MIDNIGHT" else now + self.interval

    def shouldRollover(self, record):
        if self.rolloverAt is None:
            self.rolloverAt = self._next(record.created)
        self._now = record.created
        return record.created >= self.rolloverAt

    def doRollover(self):
        import os
        import time

        self.stream.close()
        at = time.strftime(self.suffix, time.gmtime(self.rolloverAt - self.interval))
        self.rotate(self.baseFilename, self.rotation_filename(self.baseFilename + "." + at))
        if self.backupCount > 0:
            folder, base = os.path.split(self.baseFilename)
            old = sorted([name for name in os.listdir(folder or ".") if name.startswith(base + ".")])
            for name in old[: -self.backupCount]:
                os.remove(os.path.join(folder, name))
        self.stream = open(self.baseFilename, "w")
        self.rolloverAt = self._next(self._now)


class WatchedFileHandler(FileHandler):
    pass


class BufferingHandler(Handler):
    def __init__(self, capacity):
        Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer = []

    def close(self):
        self.flush()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target is not None:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer = []

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None


class QueueHandler(Handler):
    def __init__(self, queue):
        Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


# What is in the queue is handled when it stops.
class QueueListener:
    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level

    def start(self):
        pass

    def handle(self, record):
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def stop(self):
        while not self.queue.empty():
            self.handle(self.queue.get_nowait())


for _name in ("SocketHandler", "DatagramHandler", "SysLogHandler", "SMTPHandler", "HTTPHandler", "NTEventLogHandler"):
    globals()[_name] = _outside.absent_class(_outside.NETWORK, "logging.handlers", _name, "emit close", (Handler,))
