"""Random lines and rows through readers and writers of many dialects."""
import csv
import io
import random

r = random.Random(11)


def tried(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)


def options():
    given = {}
    for name, chance, values in (
        ("delimiter", 0.3, ";\t|,^.a]-"),
        ("quotechar", 0.2, "'\"|]"),
        ("quoting", 0.2, (0, 1, 2, 3)),
        ("doublequote", 0.1, (False,)),
        ("escapechar", 0.1, "\\"),
        ("skipinitialspace", 0.1, (True,)),
        ("strict", 0.1, (True,)),
    ):
        if r.random() < chance:
            given[name] = r.choice(values)
    return given


def text(letters, most):
    return "".join(r.choice(letters) for _ in range(r.randint(0, most)))


for k in range(400):
    given = options()
    lines = [text('abc,,;""\'|\n\r 1.5\\]^-', 14) + r.choice(["\n", "\r\n", ""]) for _ in range(3)]
    print(k, lines, given, tried(lambda: list(csv.reader(lines, **given))))
    rows = [[r.choice([text('ab,"; \n\'1', 5), 5, 2.5, None, True]) for _ in range(r.randint(0, 3))] for _ in range(2)]
    f = io.StringIO()
    print(rows, tried(lambda: csv.writer(f, **given).writerows(rows)), repr(f.getvalue()))
