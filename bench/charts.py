"""The pictures and the tables of docs/performance.md and docs/python-package.md, from the
figures of a run.

Owns the folder pictures, and what lies between the markers of those pages. SVG as text, no
library: bars that a reader can also read as words, in colours that hold on a light
and on a dark page.
"""
import math
import os
import platform
import re
from xml.sax.saxutils import escape

# Of text, of lines, and of the bars of each series, on light and on dark.
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px }
.small { font-size: 11px; fill: #57606a }
.line { stroke: #d0d7de; stroke-width: 1 }
.one { stroke: #57606a; stroke-width: 1.5; stroke-dasharray: 4 3 }
.a { fill: #1f6feb } .b { fill: #d29922 } .c { fill: #8c959f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .small { fill: #9198a1 }
  .line { stroke: #3d444d } .one { stroke: #9198a1 }
  .a { fill: #4493f8 } .b { fill: #d29922 } .c { fill: #6e7681 }
}
"""
WIDTH, LEFT, RIGHT, TOP = 760, 190, 70, 64
PLOT = WIDTH - LEFT - RIGHT


def time_text(ns):
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return "%.*f %s" % (0 if ns >= 100 * size else 1 if ns >= 10 * size else 2, ns / size, unit)
    return "%.0f ns" % ns


def size_text(size):
    return "%.2f MB" % (size / 1e6) if size >= 1e6 else "%.1f KiB" % (size / 1024)


def figure_text(key, figure):
    """What others take, in the unit of the row."""
    return (size_text if key == "idle" else time_text)(figure)


def times(ratio):
    return "%.*f×" % (0 if ratio >= 10 else 1 if ratio >= 1 else 2, ratio)


def machine(tool):
    """Where and with what it was measured."""
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        model = re.search(r"^model name\s*: (.*)$", f.read(), re.M)
    return {"processor": model.group(1) if model else platform.machine(), "processors": os.cpu_count(),
            "system": "Linux " + platform.release(), "compiler": tool, "load": os.getloadavg()[0]}


def measured(date, on):
    return "Measured on %s (%s, %d processors), %s, with %s, at a load of %.1f before it began." % (
        date, on["processor"], on["processors"], on["system"], on["compiler"], on["load"])


def fill(path, text):
    """Puts it between the markers of a page."""
    with open(path, encoding="utf-8") as f:
        page = f.read()
    page, found = re.subn(r"(<!-- figures -->\n).*?(<!-- end of figures -->)",
                          lambda m: m[1] + "\n" + text + "\n\n" + m[2], page, flags=re.S)
    if found != 1:
        raise SystemExit("bench: %s has no place for the figures" % path)
    with open(path, "w", encoding="utf-8") as f:
        f.write(page)


class Picture:
    """Elements on a page that grows downwards."""

    def __init__(self, title, subtitle):
        self.parts, self.y = [], TOP
        self.title = title
        self.text(16, 26, title, "title")
        self.text(16, 44, subtitle, "small")

    def text(self, x, y, words, kind="", anchor="start"):
        self.parts.append('<text x="%.1f" y="%.1f" class="%s" text-anchor="%s">%s</text>' % (
            x, y, kind, anchor, escape(words)))

    def bar(self, x, y, width, height, kind):
        self.parts.append('<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2" class="%s"/>' % (
            x, y, max(width, 1), height, kind))

    def line(self, x, top, bottom, kind="line"):
        self.parts.insert(0, '<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" class="%s"/>' % (
            x, top, x, bottom, kind))

    def save(self, folder, name):
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" '
                    'aria-label="%s">\n<style>%s</style>\n%s\n</svg>\n' % (
                        WIDTH, self.y, escape(self.title, {'"': "&quot;"}), STYLE, "\n".join(self.parts)))


def draw_perf(perf, folder):
    """For each program, the speed in those of native MicroPython and of CPython."""
    speeds = {name: (t["native"] / t["vitrine"], t["python3"] / t["vitrine"])
              for name, t in perf.items()}
    mean = tuple(math.exp(sum(math.log(s[i]) for s in speeds.values()) / len(speeds)) for i in (0, 1))
    most = max(1, math.ceil(max(max(s) for s in speeds.values()) * 4) / 4)
    p = Picture("MicroPython's perf_bench: how fast it runs in Vitrine",
                "metered; longer is faster; 1 is as fast as outside")
    p.bar(400, 34, 11, 11, "a")
    p.text(417, 44, "of native MicroPython (gcc -O2)", "small")
    p.bar(610, 34, 11, 11, "b")
    p.text(627, 44, "of CPython", "small")
    for name, speed in [("geometric mean", mean)] + sorted(speeds.items(), key=lambda s: -s[1][0]):
        p.text(LEFT - 10, p.y + 17, name, "title" if name == "geometric mean" else "", "end")
        for i, kind in enumerate("ab"):
            width = PLOT * speed[i] / most
            p.bar(LEFT, p.y + 2 + 11 * i, width, 9, kind)
            p.text(LEFT + width + 6, p.y + 11 + 11 * i, "%.2f" % speed[i], "small")
        p.y += 30
    ticks = [t / 4 for t in range(int(most * 4) + 1)]
    for tick in ticks:
        p.line(LEFT + PLOT * tick / most, TOP - 6, p.y, "one" if tick == 1 else "line")
        if tick == int(tick) or most <= 2:
            p.text(LEFT + PLOT * tick / most, p.y + 14, "%g" % tick, "small", "middle")
    p.y += 26
    p.save(folder, "perf.svg")


STARTS = (
    ("fresh", "a sandbox for 1+1, made and destroyed"),
    ("live", "x += 1 in one that lives"),
    ("call", "the host called, and its answer"),
    ("load", "library loaded, first result"),
    ("package", "the package imported"),
    ("start", "a process, to its first output"),
)
PACKAGE = ("fresh", "live", "call", "package")


def draw_starts(rows, peers, folder):
    """Times from nanoseconds to seconds."""
    own = {row["key"]: row["figure"] for row in rows}
    groups = []
    for key, words in STARTS:
        bars = [("Vitrine", own[key], "a")] if key in own else []
        bars += [(name, figures[key], "c") for name, figures in sorted(peers.items()) if key in figures]
        if key == "start" and "start_python" in own:
            bars.append(("python3 -S", own["start_python"], "b"))
        if bars:
            groups.append((words, bars))
    draw_times("How long one waits for a sandbox", "Vitrine from C, the others from Python", groups,
               folder, "start.svg")


def draw_times(title, subtitle, groups, folder, name):
    """Groups of bars, on a logarithmic scale."""
    spent = [bar[1] for _, bars in groups for bar in bars]
    low = math.floor(math.log10(min(spent) / 2))
    high = math.ceil(math.log10(max(spent)))
    p = Picture(title, subtitle + "; each line is ten times the one before")

    def place(ns):
        return LEFT + PLOT * (math.log10(ns) - low) / (high - low)

    for words, bars in groups:
        p.text(16, p.y + 14, words, "title")
        p.y += 22
        for whose, ns, kind in bars:
            p.text(LEFT - 10, p.y + 12, whose, "", "end")
            p.bar(LEFT, p.y + 1, place(ns) - LEFT, 14, kind)
            p.text(place(ns) + 6, p.y + 12, time_text(ns), "small")
            p.y += 20
        p.y += 10
    for power in range(low, high + 1):
        p.line(place(10 ** power), TOP - 4, p.y - 6)
        p.text(place(10 ** power), p.y + 8, time_text(10 ** power).replace(".00", "").replace(".0", ""),
               "small", "middle")
    p.y += 20
    p.save(folder, name)


def table(figures):
    said = ["| what | figure | limit | others |", "| --- | --- | --- | --- |"]
    for row in figures["rows"]:
        others = ", ".join("%s %s" % (name, figure_text(row["key"], peer[row["key"]]))
                           for name, peer in sorted(figures["peers"].items()) if row["key"] in peer)
        said.append("| %s | %s | %s | %s |" % (row["what"], row["text"], row["limit_text"], others))
    return "\n".join(said)


def draw(figures, docs):
    """Everything that the page shows of one run, into the folder docs."""
    path, pictures = os.path.join(docs, "performance.md"), os.path.join(docs, "pictures")
    if figures["perf"]:
        draw_perf(figures["perf"], pictures)
    draw_starts(figures["rows"], figures["peers"], pictures)
    fill(path, measured(figures["date"], figures["machine"]) + "\n\n" + table(figures))


def draw_package(figures, rows, docs):
    """The same for the Python package: rows of cells, and {name: {key: nanoseconds}}."""
    head, *rest = rows
    lines = ["| %s |" % " | ".join(cells) for cells in (head, ["---"] * len(head), *rest)]
    fill(os.path.join(docs, "python-package.md"),
         measured(figures["date"], figures["machine"]) + "\n\n" + "\n".join(lines))
    groups = []
    for key, words in STARTS:
        bars = [(name, one[key], "a" if name == "Vitrine" else "b" if "CPython" in name else "c")
                for name, one in figures["subjects"].items() if key in one]
        if key in PACKAGE and bars:
            groups.append((words, bars))
    draw_times("How long Python waits for a sandbox", "all of them from Python", groups,
               os.path.join(docs, "pictures"), "package.svg")
