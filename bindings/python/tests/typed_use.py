"""What a type checker has to accept: no line here is run."""

from __future__ import annotations

import datetime
import io
from typing import Any

import vitrine
from vitrine import (
    AsyncSession, Clock, Database, GuestError, LimitExceeded, OutOfTime, PipeError, Random, Result, Scratch, Session, Snapshot, Web,
)


def sql(query: str, params: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    return [{"query": query, "params": params}]


def grants() -> int:
    web = Web("https://api.example.com/v1/", methods=["GET", "POST"], headers={"Authorization": "x"}, time="5s")
    database = Database("shop.db", tables=["items"], write=["log"], size="2M")
    with Session.from_policy("agent.toml", grants=[web, database, Scratch(quota="1M"), "clock"]) as s:
        s.grant("random")
    try:
        return vitrine.pipe("script.py", from_="in.json", into="a.db:b", allow=[web, "https://b.example/"], pk=["id"], cpu=1)
    except PipeError as error:
        return len(error.why + error.where)


def use() -> str:
    result: Result = vitrine.run("1 + 1", cpu=1, memory="16M", time=datetime.timedelta(seconds=1))
    value: int = result.value
    spent: float = result.spent.cpu + result.spent.steps + value
    with Session(
        cpu=None, functions=[sql], grants=[Clock(), Random()], on_output=lambda stream, text: None
    ) as s:

        @s.function
        def twice(n: int) -> int:
            return 2 * n

        @s.function(name="db.count")
        def count(*tables: str) -> int:
            return twice(len(tables))

        four: int = count("a", "b")
        s.run("x", inputs={"rows": [1]}, stdin=io.StringIO("text"), steps=1000, name="cell").check()
        try:
            total: int = s.call("total", [1, 2], four)
        except OutOfTime as error:
            return str(error.result.error.line if error.result.error else spent)
        except (GuestError, LimitExceeded) as error:
            return error.result.explain()
        frozen: Snapshot = s.snapshot()
        with frozen.fork(cpu=1) as t, s.fork() as u:
            t.reset(frozen)
            u.set("x", total)
        frozen.save("warm.image", key=b"0" * 16)
        again = Snapshot.from_bytes(frozen.to_bytes())
        memory: int | None = s.limits.memory
        return s.describe() + str(s.tools()) + str(memory) + repr(again)


async def fetch(url: str) -> str:
    return url


async def use_async() -> int:
    async with AsyncSession(functions=[fetch], awaited=False, cpu=None, memory="16M") as s:

        @s.function
        async def later(n: int) -> int:
            return n

        one: int = await later(1)
        result: Result = await s.run("x", inputs={"rows": [one]}, cpu="1s", check=True)
        await s.set("x", result.value)
        total: int = await s.call("total", 1, 2)
        frozen: Snapshot = await s.snapshot()
        async with await s.fork() as t, AsyncSession(snapshot=frozen) as u:
            again: AsyncSession = t
            await again.reset(frozen)
            total += await u.get("x", 0)
        s.cancel()
        return total
