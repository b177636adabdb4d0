"""A tool for LLM: Python that a model wrote, in a sandbox that remembers.

Owns one session for each toolbox, and turns its results into text for the model. What
the guest may do is said by whoever starts LLM; nothing that a model writes widens it.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import llm
import vitrine


class WrongOption(click.ClickException, ValueError):
    """The toolbox cannot be as it was asked for; the command `llm` says why, in a line."""


def _each(given: Any) -> list[Any]:
    """What an option has: nothing, one, or a list."""
    return given if isinstance(given, list) else [] if given is None else [given]


def _grant(kind: Any, given: Any) -> Any:
    """A grant of a path, or of a dict of its own options."""
    return kind(**given) if isinstance(given, dict) else kind(given)


def _web(given: Any) -> Any:
    """Web, with headers looked up that are the name of a key: {"key": "shop"}."""
    if not isinstance(given, dict):
        return vitrine.Web(given)
    headers = {}
    for name, value in (given.get("headers") or {}).items():
        if isinstance(value, dict):
            alias, template = value["key"], value.get("as", "{}")
            secret = llm.get_key(alias=alias)
            if secret is None:
                raise LookupError(f"web: there is no key {alias}: llm keys set {alias}")
            value = template.replace("{}", secret)
        headers[name] = value
    return vitrine.Web(**{**given, "headers": headers})


def _chance(deterministic: Any) -> list[Any]:
    if deterministic is False:
        return [vitrine.Clock(), vitrine.Random()]
    return [] if deterministic is True else [vitrine.Deterministic(deterministic)]


def _cut(text: str, most: int) -> str:
    """Its head and tail, where it is longer than that."""
    if len(text) <= most:
        return text
    left_out = f"\n[… {len(text) - most} characters left out …]\n"
    return text[: most - most // 3] + left_out + text[len(text) - most // 3 :]


class Vitrine(llm.Toolbox):
    """Python in a sandbox, in one session that remembers what it ran.

    :param memory: bytes of the guest's memory: "64M"
    :param cpu: processor time of a call, in seconds or as "250ms"; null is unlimited, as in
        every limit
    :param time: wall clock of a call
    :param steps: metered steps of a call, the same on every machine
    :param host_calls: uses of what is granted, in a call
    :param answer: characters that the model gets to see of a call; the middle of what is
        longer is left out
    :param files: directories or files: a path to be read, or
        {"path": …, "at": …, "write": true}; or a list of these
    :param database: an SQLite database: a path to be read, or
        {"database": …, "tables": […], "write": […]}
    :param web: addresses that begin like this: "https://api.example.com/v1/", or
        {"url": …, "methods": […], "headers": {…}}; or a list of these. A header that is
        {"key": NAME, "as": "Bearer {}"} has what `llm keys set NAME` was told
    :param scratch: true for a directory /tmp in the guest's own memory
    :param deterministic: true takes the clock and randomness away; text or a number is a
        seed of both
    :param keep: a file that the session is kept in after each call, and goes on from
    :param audit: a file to which all that the session does is added, as JSON lines
    """

    def __init__(
        self,
        memory: Any = "64M",
        cpu: Any = 5,
        time: Any = 30,
        steps: Any = 8_000_000_000,
        host_calls: Any = 10_000,
        answer: int = 20_000,
        files: Any = None,
        database: Any = None,
        web: Any = None,
        scratch: bool = False,
        deterministic: Any = False,
        keep: str | None = None,
        audit: str | None = None,
    ) -> None:
        self._lock = threading.Lock()
        self._answer = answer
        self._keep = keep
        self._news = ""
        try:
            self.session = vitrine.Session(
                memory=memory,
                cpu=cpu,
                time=time,
                steps=steps,
                host_calls=host_calls,
                audit=audit,
                snapshot=self._kept(memory),
                grants=[
                    *(_grant(vitrine.Files, one) for one in _each(files)),
                    *(_grant(vitrine.Database, one) for one in _each(database)),
                    *(_web(one) for one in _each(web)),
                    *([vitrine.Scratch()] if scratch else []),
                    *_chance(deterministic),
                ],
            )
        except Exception as error:
            raise WrongOption(f"Vitrine: {error}") from error
        weakref.finalize(self, self.session.close)

    def _kept(self, memory: Any) -> vitrine.Snapshot | None:
        if self._keep is None or not Path(self._keep).exists():
            return None
        try:
            return vitrine.Snapshot.load(self._keep, memory=memory)
        except vitrine.SnapshotError as error:
            self._news = f"The session is a fresh one, for the kept one is lost: {error}\n"
            return None

    def tools(self) -> Iterator[llm.Tool]:
        """The tool, as this session would have it described."""
        yield llm.Tool(
            name="Vitrine_execute_python",
            description="Runs Python code.\n\n" + self.session.describe(),
            input_schema=llm.Tool.function(self.execute_python).input_schema,
            implementation=self.execute_python,
            plugin=getattr(self, "plugin", None),
        )

    def execute_python(self, python: str, reset_context: bool = False) -> str:
        """Runs Python code in a sandbox and returns what it prints, and the value of its last
        expression. Variables stay for the next call, unless reset_context is true."""
        with self._lock:
            if reset_context:
                with vitrine.Session() as fresh:
                    self.session.reset(fresh.snapshot())
            result = self.session.run(python, name="<python>")
            if self._keep is not None:
                self.session.snapshot().save(self._keep)
            news, self._news = self._news, ""
        return news + self._told(result)

    def _told(self, result: vitrine.Result) -> str:
        """What a model is told of a run: output, value, and how to mend what went wrong."""
        last = result.repr if result.ok else result.explain()
        parts = (result.stdout, result.stderr, last or "")
        told = "".join(part if part.endswith("\n") else part + "\n" for part in parts if part)
        return _cut(told, self._answer) or "It ran, and printed nothing."


@llm.hookimpl
def register_tools(register: Any) -> None:
    register(Vitrine)
