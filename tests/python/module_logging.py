# logging.
import io
import logging
import sys

stream = io.StringIO()
logging.basicConfig(level=logging.INFO, stream=stream, format="%(levelname)s:%(name)s:%(message)s")
logging.debug("hidden")
logging.info("shown %s %d", "a", 5)
log = logging.getLogger("app.part")
log.warning("careful %(x)s", {"x": 1})
log.setLevel(logging.ERROR)
log.warning("hidden")
log.error("bad")
log.critical("worse")
print(stream.getvalue())
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[{levelname:<8}] {name} {message}", style="{"))
other = logging.getLogger("other")
other.propagate = False
other.addHandler(handler)
other.setLevel("DEBUG")
other.debug("one")
other.log(25, "between")
handler.setLevel(logging.WARNING)
other.info("hidden")
other.warning("two %s", [1])
handler.addFilter(lambda record: "secret" not in record.getMessage())
other.error("a secret")
other.error("extra %s", "x", extra={"user": "me"})
print(log.name, log.parent.name, log.level, log.getEffectiveLevel(), other.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLogger("app.part") is log, logging.getLogger() is logging.root)
try:
    1 / 0
except ZeroDivisionError:
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    buffer = io.StringIO()
    handler.setStream(buffer)
    other.exception("failed")
lines = buffer.getvalue().splitlines()
print(lines[0], lines[1], lines[-1])


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage(), record.name))


collect = Collect()
quiet = logging.getLogger("app.part.deep")
quiet.addHandler(collect)
quiet.error("deep %d%%", 5)
print(collect.records, quiet.parent is log, quiet.hasHandlers(), log, logging.getLogger("a").getChild("b").name)
logging.disable(logging.CRITICAL)
quiet.critical("nothing")
logging.disable(logging.NOTSET)
print(len(collect.records))
adapter = logging.LoggerAdapter(quiet, {"k": 1})
adapter.error("adapted")
print(collect.records[-1])
try:
    log.setLevel("NONSENSE")
except ValueError as e:
    print(e)
