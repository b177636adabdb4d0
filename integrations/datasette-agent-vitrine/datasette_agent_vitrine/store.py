"""What outlives the process: the images of sessions and their audit logs as files, for their
owner only, and what each session has spent in Datasette's internal database. The key of
the images is there too: it lasts exactly as long as the conversations do.

A name is a digest of the conversation and the actor: no file tells whose it is.
"""

import hashlib
import hmac
import json
import os
import re
import secrets
import shutil
import tempfile
import time
from pathlib import Path

from vitrine import Snapshot

from .settings import DAY

_SCHEMA = """
create table if not exists vitrine_key (id integer primary key check (id = 1), key blob not null);
create table if not exists vitrine_sessions (
  name text primary key, conversation_id text, actor_id text, created real, used real,
  runs integer, cpu real, time real, steps integer, host_calls integer, memory integer,
  outcome text, kept text
);
"""
_OURS = re.compile(r"[0-9a-f]{32}\.(image|audit|audit-old)")  # the directory may have other files
_SPENT = ("cpu", "time", "steps", "host_calls")


def actor_id(actor):
    """As Datasette Agent has it: text, or None for nobody."""
    found = actor.get("id") if actor else None
    return None if found is None else str(found)


class Store:
    def __init__(self, settings, directory, passing, key):
        self._settings = settings
        self.directory = directory
        self._passing = passing  # the directory goes with the process
        self._key = key

    @classmethod
    async def open(cls, datasette, settings):
        db = datasette.get_internal_database()
        await db.execute_write_script(_SCHEMA)
        await db.execute_write("insert or ignore into vitrine_key values (1, ?)", [secrets.token_bytes(32)])
        key = (await db.execute("select key from vitrine_key")).first()["key"]
        directory, passing = settings.directory, False
        if directory is None:
            passing = db.path is None or db.is_temp_disk
            directory = Path(tempfile.mkdtemp(prefix="vitrine-") if passing else f"{db.path}-vitrine")
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(settings, directory, passing, key)

    def close(self):
        if self._passing:
            shutil.rmtree(self.directory, ignore_errors=True)

    # --- files ---

    def name(self, conversation_id, actor):
        whose = json.dumps([conversation_id, actor_id(actor)]).encode()
        return hmac.new(self._key, whose, hashlib.sha256).hexdigest()[:32]

    def image(self, name):
        return self.directory / f"{name}.image"

    def audit(self, name):
        return self.directory / f"{name}.audit" if self._settings.audit else None

    def _key_of(self, name):
        """Another one for each session: a file cannot take another's place."""
        return hmac.new(self._key, name.encode(), hashlib.sha256).digest()

    def save(self, name, session):
        session.snapshot().save(self.image(name), key=self._key_of(name))

    def load(self, name):
        """Its snapshot, None if there is no file; ValueError or OSError says why one is no good."""
        memory = self._settings.limits.get("memory", "64M")
        most = {} if memory is None else {"memory": memory}
        try:
            image = self.image(name).read_bytes()
        except FileNotFoundError:
            return None
        return Snapshot.from_bytes(image, key=self._key_of(name), **most)

    def drop(self, name):
        self.image(name).unlink(missing_ok=True)

    def turn(self, name):
        """Begins another audit log if this one is large; one older is kept."""
        path = self.audit(name)
        if path is not None and path.exists():
            os.replace(path, path.with_suffix(".audit-old"))

    def large(self, name):
        path = self.audit(name)
        try:
            return path is not None and path.stat().st_size > self._settings.audit_size
        except OSError:
            return False

    def sweep(self, live):
        """Removes what is too old, and the oldest of what is too much; nothing of live sessions."""
        files = []
        for entry in os.scandir(self.directory):
            try:
                if _OURS.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    files.append((entry.stat().st_mtime, entry.stat().st_size, entry.path))
            except OSError:
                continue  # removed meanwhile
        size = sum(file[1] for file in files)
        oldest = time.time() - self._settings.days * DAY
        for used, length, path in sorted(files):
            if used > oldest and size <= self._settings.quota:
                break
            if Path(path).stem not in live or path.endswith(".audit-old"):
                Path(path).unlink(missing_ok=True)
                size -= length

    # --- records ---

    async def record(self, datasette, name):
        db = datasette.get_internal_database()
        return (await db.execute("select * from vitrine_sessions where name = ?", [name])).first()

    async def records(self, datasette, most=200):
        db = datasette.get_internal_database()
        found = await db.execute("select * from vitrine_sessions order by used desc limit ?", [most])
        return [dict(row) for row in found.rows]

    async def note(self, datasette, name, conversation_id, actor, result, kept):
        """Adds a run to what the session has spent. `kept`: None, or why it is not on disk."""
        spent = [getattr(result.spent, what) for what in _SPENT]
        adding = ", ".join(f"{what} = {what} + excluded.{what}" for what in ("runs", *_SPENT))
        db = datasette.get_internal_database()
        await db.execute_write(
            f"insert into vitrine_sessions values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?) on conflict (name) "
            f"do update set {adding}, used = excluded.used, memory = excluded.memory, "
            "outcome = excluded.outcome, kept = excluded.kept",
            [name, conversation_id, actor_id(actor), time.time(), time.time(), *spent, result.spent.memory,
             result.outcome, kept],
        )
