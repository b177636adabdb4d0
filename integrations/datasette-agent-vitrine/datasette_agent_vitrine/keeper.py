"""The sessions of one Datasette: one for each conversation and actor.

Those used last are live, the others are images on disk. An image is written after each
run, so a session that is closed, or dies with the server, loses nothing. Runs are on
threads of the keeper's own: the event loop goes on, and host functions ask it from there.
One call of a conversation at a time is worked on.
"""

import asyncio
import logging
import threading
import time
import weakref
from collections import OrderedDict
from concurrent.futures import CancelledError, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Overdue
from importlib.resources import files

from vitrine import Session

from . import charts, data
from .settings import PLUGIN, read
from .store import Store

MOST_CHARTS = 8  # of one call
_LOG = logging.getLogger(__name__)
_PRELUDE = files(__package__).joinpath("guest/prelude.py").read_text(encoding="utf-8")


class Call:
    """One call of the tool: for whom, and what came of it. The host functions of a session
    belong to the call that is on."""

    def __init__(self, datasette, actor, loop, patience):
        self.datasette, self.actor = datasette, actor
        self.charts = []
        self._loop, self._patience = loop, patience
        self._asked = None
        self.over = False

    def _ask(self, question, *args):
        """Runs a coroutine on Datasette's loop, from the guest's thread. That thread has no
        request's context: permissions are not taken from a request's cache."""
        if self.over:
            raise TimeoutError("the call was cancelled")
        self._asked = asyncio.run_coroutine_threadsafe(question(self.datasette, self.actor, *args), self._loop)
        if self.over:  # since, and cancel() may have seen the question before
            self._asked.cancel()
        try:
            return self._asked.result(self._patience)
        except (Overdue, CancelledError):
            if self._asked.done() and not self._asked.cancelled():
                raise  # the answer itself is that something took too long
            self._asked.cancel()
            raise TimeoutError("Datasette did not answer in time") from None

    def cancel(self):
        self.over = True
        if self._asked is not None:
            self._asked.cancel()

    def sql(self, database, query, params=None):
        return self._ask(data.sql, database, query, params)

    def tables(self, database=None):
        return self._ask(data.tables, database)

    def schema(self, database, table=None):
        return self._ask(data.schema, database, table)

    def chart(self, kind, title, xlabel, ylabel, along, series):
        if len(self.charts) == MOST_CHARTS:
            raise ValueError(f"chart: {MOST_CHARTS} charts in one call are the most")
        self.charts.append(charts.draw(kind, title, xlabel, ylabel, along, series))


class Live:
    """A session, and the call that uses it now, or None."""

    def __init__(self, start, settings, audit):
        self.call = None
        self.used = time.monotonic()
        functions = {f"_datasette.{name}": self._forward(name) for name in ("sql", "tables", "schema", "chart")}
        self.session = Session(**settings.limits, functions=functions, grants=settings.grants,
                               transactional=settings.transactional, audit=audit, snapshot=start)

    def _forward(self, name):
        def forward(*args):
            return getattr(self.call, name)(*args)

        return forward


class Keeper:
    def __init__(self, settings):
        self.settings = settings
        self.store = None
        self._live = OrderedDict()  # by name; the one used last is the last
        self._mutex = threading.Lock()  # of _live: the guests' threads change it
        self._queues = weakref.WeakValueDictionary()
        self._opening = None
        self._threads = ThreadPoolExecutor(settings.threads, thread_name_prefix="vitrine")
        self._base = None
        with Session(**settings.limits, grants=settings.grants) as session:
            self.dialect = session.describe()
            self._patience = session.limits.time or 3600.0

    async def open(self, datasette):
        """The store, which needs Datasette's internal database."""
        if self._opening is None:
            self._opening = asyncio.Lock()
        async with self._opening:
            if self.store is None:
                self.store = await Store.open(datasette, self.settings)
        return self.store

    def live(self):
        """The names of the live sessions, and whether each is running."""
        with self._mutex:
            return {name: live.call is not None for name, live in self._live.items()}

    def close(self):
        """Stops what runs, and frees all. What ran before is on disk."""
        with self._mutex:
            entries = list(self._live.values())
            self._live.clear()
            calls = [live.call for live in entries]
        for live, call in zip(entries, calls):
            if call is None:
                live.session.close()
            else:
                call.cancel()
                live.session.cancel()  # its thread closes it
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self.store is not None:
            self.store.close()

    # --- a call ---

    async def run(self, datasette, conversation_id, actor, code, reset):
        """The result of a run, its charts, whether the session is fresh, and why it is if it
        was not to be expected."""
        store = await self.open(datasette)
        name = store.name(conversation_id, actor)
        queue = self._queues.setdefault(name, asyncio.Lock())
        async with queue:
            record = await store.record(datasette, name)
            loop = asyncio.get_running_loop()
            call = Call(datasette, actor, loop, self._patience)
            work = loop.run_in_executor(self._threads, self._work, name, call, code, reset, record)
            try:
                result, fresh, lost, kept = await asyncio.shield(work)
            except asyncio.CancelledError:
                # Nobody waits for the answer any more, but the next call has to wait for the end.
                self._cancel(name, call)
                work.add_done_callback(lambda done: done.cancelled() or done.exception())
                await asyncio.wait([work])
                raise
            await store.note(datasette, name, conversation_id, actor, result, kept)
            loop.call_later(self.settings.idle + 1, self._close_idle)
            return result, call.charts, fresh, lost

    def _cancel(self, name, call):
        call.cancel()
        with self._mutex:
            live = self._live.get(name)
        if live is not None and live.call is call:
            live.session.cancel()

    # --- on a thread ---

    def _work(self, name, call, code, reset, record):
        live, fresh, lost = self._take(name, call, reset, record)
        kept = None
        try:
            if call.over:
                raise CancelledError
            result = live.session.run(code, name="<python>")
            try:
                self.store.save(name, live.session)
            except OSError as error:
                kept = f"it could not be written: {error.strerror or type(error).__name__}"
                _LOG.warning("a session was not kept: %s", error)
        except OSError:  # its audit log cannot be written: it runs nothing more
            with self._mutex:
                self._live.pop(name, None)  # so that it is closed when it is given back
            raise
        finally:
            self._give_back(name, live)
        if kept is None and self.store.large(name):
            self._close([name])
            self.store.turn(name)
        self._evict()
        self.store.sweep(set(self.live()) | {name})
        return result, fresh, lost, kept

    def _take(self, name, call, reset, record):
        """The live session of that name, from memory, from disk, or a fresh one and why."""
        with self._mutex:
            live = self._live.get(name)
            if live is not None:
                live.call = call
                self._live.move_to_end(name)
        if reset:
            self.store.drop(name)
        if live is not None:
            if reset:
                live.session.reset(self._start())
            return live, reset, None
        kept, lost = None, None
        try:
            kept = self.store.load(name)
            if kept is None and record is not None and not reset:
                lost = record["kept"] or (f"sessions are kept for {self.settings.days:g} days, "
                                          "and no more of them than the quota allows")
        except (ValueError, OSError) as error:
            lost = str(error) if isinstance(error, ValueError) else error.strerror or type(error).__name__
        live = Live(kept or self._start(), self.settings, self.store.audit(name))
        if kept is not None:  # what an older version has put there is of today again
            live.session.run(_PRELUDE, name="<prelude>")
        live.call = call
        with self._mutex:
            self._live[name] = live
        return live, kept is None, lost

    def _give_back(self, name, live):
        with self._mutex:
            live.call = None
            live.used = time.monotonic()
            orphan = self._live.get(name) is not live  # the keeper was closed meanwhile
        if orphan:
            live.session.close()

    def _start(self):
        """A guest that has run the prelude; sessions begin as copies of it."""
        with self._mutex:
            if self._base is None:
                live = Live(None, self.settings, None)
                with live.session as session:
                    session.run(_PRELUDE, name="<prelude>", check=True)
                    self._base = session.snapshot()
            return self._base

    # --- fewer ---

    def _close(self, names):
        with self._mutex:
            gone = [self._live.pop(n) for n in names if n in self._live and self._live[n].call is None]
        for live in gone:
            live.session.close()

    def _evict(self):
        """Those that run are live besides, until they have run."""
        with self._mutex:
            idle = [name for name, live in self._live.items() if live.call is None]
            over = len(self._live) - self.settings.sessions
        if over > 0:
            self._close(idle[:over])

    def _close_idle(self):
        old = time.monotonic() - self.settings.idle
        with self._mutex:
            names = [name for name, live in self._live.items() if live.used <= old]
        self._close(names)


_keepers = weakref.WeakKeyDictionary()


def keeper_of(datasette):
    """The one of this Datasette; made when it is first asked for."""
    found = _keepers.get(datasette)
    if found is None:
        keeper = Keeper(read(datasette.plugin_config(PLUGIN)))
        # At the latest when Datasette is gone, or the interpreter goes.
        found = _keepers[datasette] = keeper, weakref.finalize(datasette, keeper.close)
    return found[0]


def close_keeper(datasette):
    found = _keepers.pop(datasette, None)
    if found is not None:
        found[1]()
