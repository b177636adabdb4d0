# logging.handlers: queues, memory.
import logging
import logging.handlers
import queue
import sys

logger = logging.getLogger("app")
logger.setLevel(logging.DEBUG)
logger.propagate = False
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=out)
logger.addHandler(memory)
logger.debug("kept %d", 1)
print("before")
logger.error("now")
logger.removeHandler(memory)
records = queue.Queue()
logger.addHandler(logging.handlers.QueueHandler(records))
listener = logging.handlers.QueueListener(records, out)
logger.warning("queued %s", "text")
listener.start()
listener.stop()
buffering = logging.handlers.BufferingHandler(3)
buffering.emit(logging.LogRecord("x", 20, "p", 1, "m", (), None))
print(len(buffering.buffer), issubclass(logging.handlers.RotatingFileHandler, logging.FileHandler))
