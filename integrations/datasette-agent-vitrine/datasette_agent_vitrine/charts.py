"""Draws charts as SVG, from numbers and text that nobody has to trust: what comes from the
guest is checked, numbers are formatted anew, text is escaped. No markup comes from it."""

import math
from html import escape

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 36, 56
MOST_POINTS = 2000  # of all series together
MOST_SERIES = 8
MOST_TEXT = 80
KINDS = ("line", "bar", "scatter", "histogram")
# Paul Tol's bright scheme, which the colour-blind can tell apart; a grey at its end.
COLOURS = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee7733", "#888888")


def _text(value, what):
    if not isinstance(value, str):
        raise TypeError(f"chart: {what} must be str, not {type(value).__name__}")
    # Controls have no place in SVG, and would make it ill-formed.
    value = "".join(c if c.isprintable() else " " for c in value)
    return value if len(value) <= MOST_TEXT else value[:MOST_TEXT - 1] + "…"


def _number(value, what):
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"chart: {what} must be numbers, not {type(value).__name__}")
    # Far below what a float holds: sums and products of a few of them stay finite.
    if not abs(value) < 1e300:
        raise ValueError(f"chart: {what} must be finite and less than 1e300")
    return float(value) if abs(value) > 1e-250 else 0.0  # nor so small that their quotients vanish


def _checked(kind, title, xlabel, ylabel, along, series):
    if kind not in KINDS:
        raise ValueError(f"chart: no kind {kind!r}; there are: {', '.join(KINDS)}")
    if not isinstance(along, (list, tuple)) or not isinstance(series, (list, tuple)):
        raise TypeError("chart: values and series must be lists")
    if not 1 <= len(series) <= MOST_SERIES:
        raise ValueError(f"chart: it takes 1 to {MOST_SERIES} series, not {len(series)}")
    if len(along) * len(series) > MOST_POINTS:
        raise ValueError(f"chart: {len(along) * len(series)} points are more than {MOST_POINTS}: "
                         "aggregate or sample the rows first")
    named = bool(along) and isinstance(along[0], str)
    if named and kind in ("scatter", "histogram") or not named and kind == "bar":
        raise TypeError(f"chart: {kind} cannot draw these values along x")
    along = [_text(v, "names") if named else _number(v, "x") for v in along]
    if kind == "histogram" and (not along or None in along or along != sorted(along)):
        raise ValueError("chart: the edges of bins must be numbers that rise")
    checked = []
    for one in series:
        name, values = one if isinstance(one, (list, tuple)) and len(one) == 2 else (None, None)
        if not isinstance(values, (list, tuple)) or len(values) != len(along) - (kind == "histogram"):
            raise ValueError("chart: each series needs as many values as there are along x")
        checked.append((_text(name, "a series' name"), [_number(v, "values") for v in values]))
    return _text(title, "title"), _text(xlabel, "xlabel"), _text(ylabel, "ylabel"), along, checked, named


def _ticks(low, high, most=6):
    """Round numbers between low and high."""
    step = 10.0 ** math.floor(math.log10((high - low) / most))
    step = next(step * m for m in (1, 2, 5, 10) if (high - low) / (step * m) <= most)
    first = math.ceil(low / step)
    return [i * step for i in range(first, first + most + 1) if i * step <= high + step * 1e-9]


def _extent(values, zero):
    """From the smallest to the largest, with some room, and never empty."""
    values = [v for v in values if v is not None] or [0.0]
    if zero:
        values.append(0.0)
    low, high = min(values), max(values)
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-290):
        room = abs(low) * 0.5 or 1.0
        return (low if zero and low == 0 else low - room), high + room
    room = (high - low) * 0.05
    return (low if zero and low == 0 else low - room), (high if zero and high == 0 else high + room)


def _shown(number):
    return f"{number:,.0f}" if number == int(number) and abs(number) < 1e9 else f"{number:.6g}"


class _Plot:
    """An area with two axes; collects the SVG."""

    def __init__(self, x, y):
        self.x, self.y = x, y
        self.parts = []

    def at_x(self, value):
        low, high = self.x
        return LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def at_y(self, value):
        low, high = self.y
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    def text(self, x, y, text, anchor="middle", size=12, more=""):
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"{more}>'
                          f"{escape(text)}</text>")

    def rule(self, x1, y1, x2, y2, colour):
        self.parts.append(f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>')

    def bar(self, x1, x2, value, colour):
        top, bottom = sorted((self.at_y(value), self.at_y(0.0)))
        self.parts.append(f'<rect x="{x1:.1f}" y="{top:.1f}" width="{max(x2 - x1, 0.5):.1f}" '
                          f'height="{bottom - top:.1f}" fill="{colour}"/>')

    def axes(self, xlabel, ylabel, names):
        for tick in _ticks(*self.y):
            self.rule(LEFT, self.at_y(tick), WIDTH - RIGHT, self.at_y(tick), "#dddddd")
            self.text(LEFT - 6, self.at_y(tick) + 4, _shown(tick), "end", 11)
        foot = HEIGHT - BOTTOM
        self.rule(LEFT, foot, WIDTH - RIGHT, foot, "#333333")
        if names is None:
            for tick in _ticks(*self.x):
                self.rule(self.at_x(tick), foot, self.at_x(tick), foot + 4, "#333333")
                self.text(self.at_x(tick), foot + 17, _shown(tick), size=11)
        else:
            # As many names as have room beside each other.
            longest = max(map(len, names), default=1)
            each = math.ceil(len(names) / max(1, (WIDTH - LEFT - RIGHT) // (7 * min(longest, 14) + 8)))
            for i in range(0, len(names), each):
                name = names[i] if len(names[i]) <= 14 else names[i][:13] + "…"
                self.text(self.at_x(i), foot + 17, name, size=11)
        if xlabel:
            self.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, xlabel)
        if ylabel:
            y = (TOP + HEIGHT - BOTTOM) / 2
            self.text(14, y, ylabel, more=f' transform="rotate(-90 14 {y:.1f})"')

    def line(self, along, values, colour):
        """Broken where there is no number."""
        path, pen = [], "M"
        for x, y in zip(along, values):
            if x is None or y is None:
                pen = "M"
                continue
            path.append(f"{pen}{self.at_x(x):.1f} {self.at_y(y):.1f}")
            pen = "L"
        self.parts.append(f'<path d="{"".join(path)}" fill="none" stroke="{colour}" stroke-width="2" '
                          'stroke-linecap="round" stroke-linejoin="round"/>')

    def dots(self, along, values, colour):
        self.parts += [f'<circle cx="{self.at_x(x):.1f}" cy="{self.at_y(y):.1f}" r="3.5" fill="{colour}" '
                       'fill-opacity="0.7"/>' for x, y in zip(along, values) if x is not None and y is not None]


def draw(kind, title, xlabel, ylabel, along, series):
    """An SVG element; TypeError or ValueError, for the guest, if there is nothing to draw."""
    title, xlabel, ylabel, along, series, named = _checked(kind, title, xlabel, ylabel, along, series)
    every = [v for _, values in series for v in values]
    if named:
        x = (-0.5, len(along) - 0.5)
    elif kind == "histogram" and along[0] < along[-1]:
        x = (along[0], along[-1])
    else:
        x = _extent(along, False)
    plot = _Plot(x, _extent(every, kind in ("bar", "histogram")))
    plot.axes(xlabel, ylabel, along if named else None)
    places = list(range(len(along))) if named else along
    for i, (_, values) in enumerate(series):
        colour = COLOURS[i]
        if kind == "line":
            plot.line(places, values, colour)
        elif kind == "scatter":
            plot.dots(places, values, colour)
        elif kind == "histogram":
            for low, high, value in zip(places, places[1:], values):
                if value is not None:
                    plot.bar(plot.at_x(low) + 0.5, plot.at_x(high) - 0.5, value, colour)
        else:
            wide = 0.8 / len(series)
            for at, value in enumerate(values):
                if value is not None:
                    left = at - 0.4 + wide * i
                    plot.bar(plot.at_x(left), plot.at_x(left + wide), value, colour)
    if len(series) > 1:
        at = LEFT
        for i, (name, _) in enumerate(series):
            name = name if len(name) <= 18 else name[:17] + "…"
            plot.parts.append(f'<rect x="{at}" y="{TOP - 13}" width="10" height="10" fill="{COLOURS[i]}"/>')
            plot.text(at + 14, TOP - 4, name, "start", 11)
            at += 22 + 7 * len(name)
    if title:
        plot.text(WIDTH / 2, 16, title, size=15)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
            f'style="max-width:100%;height:auto;background:#ffffff" role="img" font-family="sans-serif" '
            f'fill="#333333" aria-label="{escape(title or kind + " chart")}">{"".join(plot.parts)}</svg>')
