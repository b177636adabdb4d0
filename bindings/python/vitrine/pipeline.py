"""JSON from the web, through a script that nobody has to trust, into an SQLite table.

Two sessions take part, and only data goes between them. The courier has the grants, of
the web and of the database, and runs a few lines of our own, those of the command's
`vitrine pipe`; the script runs in another, with nothing but what it is granted itself.
"""

from __future__ import annotations

import time as clock
from os import fsdecode, fspath

from . import _core, units
from .database import Database
from .errors import GuestError, PipeError, RunError
from .grants import Clock, Web
from .limits import DEFAULT, Default
from .session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from .grants import Grant
    from .base import Functions, OnOutput
    from .units import Duration, Size

_VALUE = 16 << 20  # tables of a day's orders are larger than what a value is thought to be
_MEMORY = 256 << 20


def pipe(
    script: str | os.PathLike[str],
    *,
    from_: str | os.PathLike[str],
    into: str,
    allow: Iterable[str | Web] = (),
    pk: str | Iterable[str] = (),
    every: Duration | None = None,
    policy: str | os.PathLike[str] | None = None,
    functions: Functions = (),
    grants: Iterable[Grant | str] = (),
    audit: str | os.PathLike[str] | None = None,
    on_output: OnOutput | None = None,
    memory: Size | None | Default = DEFAULT,
    steps: int | None | Default = DEFAULT,
    cpu: Duration | None | Default = DEFAULT,
    time: Duration | None | Default = DEFAULT,
    output: Size | None | Default = DEFAULT,
    host_calls: int | None | Default = DEFAULT,
    value: Size | None | Default = DEFAULT,
    source: Size | None | Default = DEFAULT,
    depth: int | None | Default = DEFAULT,
) -> int:
    """Fetches JSON, hands it to transform(data) of the script, and stores the list of dicts
    that it returns: all of it or nothing. The number of rows.

    Raises GuestError, OutOfTime, … if the script ended badly, PipeError if fetching or
    storing failed. Each pass leaves a line in the table vitrine_runs. What is not named
    here is for the script's session, as in Session().

    :param script: a file that defines transform(data)
    :param from_: an address, or a file with JSON in it
    :param into: "data.db:items", a database and a table; both are made
    :param allow: what may be fetched, redirects included: addresses, or Web(…)
    :param pk: columns by which a row replaces one that is there; else rows are added
    :param every: again and again, so long from start to start, until KeyboardInterrupt;
        failures are logged (the logger `vitrine`), and the next pass goes on
    """
    how: dict[str, Any] = {"grants": grants}
    if policy is not None:
        from .policy import read

        how = read(policy, grants)
    typed = {
        "memory": memory, "steps": steps, "cpu": cpu, "time": time, "output": output,
        "host_calls": host_calls, "value": value, "source": source, "depth": depth,
    }  # fmt: skip
    how.update((name, limit) for name, limit in typed.items() if limit is not DEFAULT)
    how.setdefault("memory", _MEMORY)
    how.setdefault("value", _VALUE)
    how.update(functions=functions, audit=audit, on_output=on_output)
    job = _Job(fspath(script), fspath(from_), into, allow, pk, how)
    if every is None:
        return job.run()
    pause = units.nanoseconds("every", every) / 10**9
    while True:
        start = clock.monotonic()
        job.run_logged()
        clock.sleep(max(0.0, start + pause - clock.monotonic()))


class _Job:
    def __init__(
        self, script: str, source: str, into: str, allow: Iterable[str | Web],
        pk: str | Iterable[str], how: dict[str, Any],
    ) -> None:  # fmt: skip
        file, _, table = into.rpartition(":")
        if not file or not table:
            raise ValueError(f"into={into!r} is not FILE:TABLE, as in 'data.db:items'")
        if table == "vitrine_runs":
            raise ValueError("the table vitrine_runs is that of the runs: choose another")
        if isinstance(allow, (str, Web)):
            allow = [allow]
        self.web = [one if isinstance(one, Web) else Web(one, size=_VALUE) for one in allow]
        self.is_address = source.startswith(("http://", "https://"))
        if self.is_address and not self.web:
            raise ValueError(f"{source} is not allowed: allow= names what may be fetched")
        self.script, self.source, self.into, self.how = script, source, into, how
        self.file, self.table = file, table
        self.keys = pk.split(",") if isinstance(pk, str) and pk else list(pk)

    # --- one pass ---

    def run(self) -> int:
        courier = Session(
            memory=None, steps=None, cpu=None, time=None, host_calls=None,
            value=self.how["value"], transactional=True,
            grants=[Database(self.file, owner=True), Clock(), *self.web],
        )  # fmt: skip
        with courier:
            courier.run(_core.courier, check=True)
            # A query may have a key in it that is nobody's business.
            shown = self.source.partition("?")[0].partition("#")[0]
            self._ask(courier, self.source, "begin", shown, self.into, self.table, self.keys)
            try:
                rows = self._transform(self._fetch(courier))
                return int(self._ask(courier, self.into, "store", rows))
            except RunError as error:
                self._log(courier, error.result.outcome, _why(error))
                raise
            except PipeError as error:
                self._log(courier, error.outcome, error.why)
                raise
            except OSError as error:
                self._log(courier, "failed", self._words(error))
                raise
            except KeyboardInterrupt:
                self._log(courier, "cancelled", "interrupted")
                raise

    def run_logged(self) -> None:
        from logging import getLogger

        log = getLogger("vitrine")
        try:
            rows = self.run()
        except (RunError, PipeError, OSError) as error:
            log.error("%s", error)
        else:
            log.info("%d %s into %s", rows, "row" if rows == 1 else "rows", self.into)

    def _ask(self, courier: Session, about: str, function: str, /, *args: object) -> Any:
        try:
            return courier.call(function, *args)
        except GuestError as error:
            raise PipeError(fsdecode(about), _why(error)) from None

    def _log(self, courier: Session, outcome: str, message: str) -> None:
        """What went wrong matters more than that it cannot be written down."""
        try:
            self._ask(courier, self.into, "log", outcome, 0, message)
        except (PipeError, OSError) as error:
            from logging import getLogger

            getLogger("vitrine").error("%s", error)

    def _words(self, error: OSError) -> str:
        if error.filename is None:
            return str(error)
        return f"the {'script' if error.filename == self.script else 'file'} cannot be read"

    def _fetch(self, courier: Session) -> Any:
        if self.is_address:
            return self._ask(courier, self.source, "fetch", self.source)
        most = courier.limits.value
        with open(self.source, "rb") as file:
            return self._ask(courier, self.source, "parse", file.read(-1 if most is None else most))

    def _transform(self, data: object) -> Any:
        with open(self.script, encoding="utf-8") as file:
            text = file.read()
        with Session(**self.how) as session:
            session.run(text, name=fsdecode(self.script), check=True)
            try:
                return session.call("transform", data)
            except TypeError:
                raise PipeError(
                    fsdecode(self.script),
                    "transform() returned no list of dicts of plain data, within the limit `value`",
                    "raised",
                ) from None


def _why(error: RunError) -> str:
    info = error.result.error
    stopped = info is None or info.type == "Stopped"  # by what is no exception of the guest's
    return "" if stopped or info is None else f"{info.type}: {info.message}"
