"""/-/vitrine: which sessions there are, what they have spent, and what they did."""

import json
import os
import time

from datasette import NotFound, Response

from .keeper import keeper_of

ACTION = "view-vitrine"
TAIL = 256 * 1024  # bytes of the end of an audit log that are shown
MOST = 2000  # characters of one value
# What a replay needs, and a reader does not.
_LEFT_OUT = ("at", "session", "event", "door", "digest", "cbor", "answer", "limits", "may_wait", "stdout", "stderr")


def _lines(path):
    """The end of an audit log, newest first: time, event, door, and the rest as text."""
    try:
        with open(path, "rb") as log:
            log.seek(0, os.SEEK_END)
            begin = max(0, log.tell() - TAIL)
            log.seek(begin)
            lines = log.read().splitlines()[1 if begin else 0:]
    except OSError:
        return
    for line in reversed(lines):
        try:
            entry = json.loads(line)
        except ValueError:
            continue  # being written
        rest = [f"{key}: {value if isinstance(value, str) else json.dumps(value)}"
                for key, value in entry.items() if key not in _LEFT_OUT]
        yield {"event": entry.get("event"), "door": entry.get("door", ""),
               "rest": "\n".join(text if len(text) <= MOST else text[:MOST] + "…" for text in rest)}


def _ago(then):
    seconds = max(0, time.time() - then)
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size:.0f} {unit} ago"
    return f"{seconds:.0f} s ago"


async def _shown(datasette):
    """What a table of the sessions has."""
    keeper = keeper_of(datasette)
    store = await keeper.open(datasette)
    live = keeper.live()
    rows = []
    for record in await store.records(datasette):
        name = record["name"]
        state = {None: "on disk", False: "live", True: "running"}[live.get(name)]
        if state == "on disk" and not store.image(name).exists():
            state = "gone"
        rows.append({**record, "state": state, "ago": _ago(record["used"])})
    return rows


async def sessions(datasette, request):
    await datasette.ensure_permission(action=ACTION, actor=request.actor)
    rows = await _shown(datasette)
    settings = keeper_of(datasette).settings
    return Response.html(await datasette.render_template(
        "vitrine_sessions.html",
        {"rows": rows, "settings": settings, "live": sum(row["state"] in ("live", "running") for row in rows)},
        request=request))


async def session(datasette, request):
    await datasette.ensure_permission(action=ACTION, actor=request.actor)
    name = request.url_vars["name"]
    row = next((row for row in await _shown(datasette) if row["name"] == name), None)
    if row is None:
        raise NotFound("no such session")
    path = keeper_of(datasette).store.audit(name)
    return Response.html(await datasette.render_template(
        "vitrine_session.html", {"row": row, "audited": path is not None,
                                 "lines": list(_lines(path)) if path is not None else []}, request=request))
