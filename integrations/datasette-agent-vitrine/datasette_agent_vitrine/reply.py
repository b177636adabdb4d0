"""What the model gets of a run, in the size that it gets, and what the user sees of it."""

import json
import math
from html import escape

# Datasette Agent cuts what is longer than 10,000 characters of JSON, and keeps the head.
MOST = 9000
_REPR = 4096  # bytes that the library keeps of a repr
SHOWN = 20_000  # characters of code, and of output, that the user sees
_STYLE = "overflow:auto;max-height:30em;margin:0 0 .5em;padding:.5em;font-size:.8rem;line-height:1.4;white-space:pre-wrap;"


def size(value):
    """Characters of the JSON that the model reads: what is not ASCII takes six and more."""
    return len(json.dumps(value))


def cut(text, most):
    """Head and tail of a text, with how much is missing between them, in `most` characters
    of JSON; the text itself if it fits. And the number of characters left out."""
    if size(text) <= most:
        return text, 0
    low, high = 0, len(text)  # the most characters to keep
    best = ""
    while low <= high:
        keep = (low + high) // 2
        tail = keep // 3
        shorter = f"{text[:keep - tail]}\n… {len(text) - keep} characters left out …\n{text[len(text) - tail:]}"
        if size(shorter) <= most:
            best, low = shorter, keep + 1
        else:
            high = keep - 1
    return best, len(text) - high if best else len(text)


def _clean(text):
    """Without lone surrogates, which neither pages nor models' interfaces can take."""
    return text.encode("utf-8", "replace").decode()


def _plain(value):
    """It is JSON as it is: finite, with keys that are text."""
    if isinstance(value, (list, tuple)):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain(key) for key in value) and all(map(_plain, value.values()))
    if isinstance(value, int):
        return -(2**53) <= value <= 2**53
    if isinstance(value, str):
        return value == _clean(value)
    return value is None or isinstance(value, float) and math.isfinite(value)


def fit(reply, most=MOST):
    """Shortens the longest of stdout, stderr, value and error until all of it fits."""
    parts = ("stdout", "stderr", "value", "error")
    sizes = {name: size(reply[name]) for name in parts}
    room = most - (size(reply) - sum(sizes.values())) - 4 * len("100000000")  # counts that grow
    for left, name in zip(range(len(parts), 0, -1), sorted(parts, key=sizes.__getitem__)):
        share = room // left
        if sizes[name] > share:
            value = reply[name]
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            reply[name], dropped = cut(text, share)
            reply["truncated"][name] += dropped
        room -= min(sizes[name], share)
    return reply


def of_result(result, fresh):
    """The tool's answer for a run that has ended."""
    value, cut_off = result.value, 0
    if value is None or not _plain(value):
        value = result.repr
        if value is not None and len(value.encode("utf-8", "replace")) > _REPR - 4:
            value, cut_off = value + "…", 1  # of how many, the library does not tell
    spent = result.spent
    return {
        "ok": result.ok,
        "stdout": _clean(result.stdout),
        "stderr": _clean(result.stderr),
        "value": _clean(value) if isinstance(value, str) else value,
        "error": None if result.ok else _clean(result.explain()),
        "spent": {
            "memory": spent.memory, "steps": spent.steps, "cpu": round(spent.cpu, 4),
            "time": round(spent.time, 4), "output": spent.output, "host_calls": spent.host_calls,
        },
        "truncated": {"stdout": result.truncated.stdout, "stderr": result.truncated.stderr, "value": cut_off,
                      "error": 0},
        "fresh_session": fresh,
    }


def of_error(message, fresh=False):
    """The answer when nothing has run."""
    return {
        "ok": False, "stdout": "", "stderr": "", "value": None, "error": _clean(message),
        "spent": {"memory": 0, "steps": 0, "cpu": 0.0, "time": 0.0, "output": 0, "host_calls": 0},
        "truncated": {"stdout": 0, "stderr": 0, "value": 0, "error": 0},
        "fresh_session": fresh,
    }


def _block(text, colour, label):
    text, _ = cut(_clean(text), SHOWN)
    return (f'<pre aria-label="{label}" style="{_STYLE}border-left:3px solid {colour}">'
            f"<code>{escape(text)}</code></pre>")


def html(code, reply, charts, show_result):
    """What the user sees: charts, and the code and its output if they are to be shown."""
    parts = ['<div class="agent-vitrine">']
    if show_result:
        parts.append(_block(code, "#4477aa", "code"))
        for name, colour in (("stdout", "#228833"), ("stderr", "#aa3377"), ("error", "#cc3311")):
            if reply[name]:
                parts.append(_block(reply[name], colour, name))
        if reply["value"] is not None:
            value = reply["value"]
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
            parts.append(_block(text, "#228833", "value"))
    parts += charts
    parts.append("</div>")
    return "".join(parts)


def told(charts, show_result):
    """What the model has to know of what the user sees."""
    seen = ["the code and its output"] if show_result else []
    if charts:
        seen.append("1 chart" if len(charts) == 1 else f"{len(charts)} charts")
    return f"The user has been shown {' and '.join(seen)}: do not repeat that."
