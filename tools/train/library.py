# What programs take from modules: patterns, dates, queues, exact numbers, bytes, tasks.
import asyncio
import csv
import dataclasses
import datetime
import enum
import fractions
import functools
import hashlib
import heapq
import io
import itertools
import random
import re
import struct
from collections import Counter, defaultdict, deque


class Kind(enum.Enum):
    NEW = "new"
    OLD = "old"


@dataclasses.dataclass(order=True)
class Task:
    due: int
    name: str = dataclasses.field(compare=False)
    kind: Kind = Kind.NEW


@functools.lru_cache(maxsize=None)
def ways(n, coins=(1, 5, 10, 25)):
    return 1 if n == 0 else sum(ways(n - c, coins) for c in coins if c <= n)


def average():
    total = count = 0
    value = None
    while True:
        got = yield value
        total += got
        count += 1
        value = total / count


random.seed(7)
numbers = [random.randint(0, 999) for _ in range(400)]
log = "\n".join("2031-%02d-%02d 12:%02d [%s] user=%s took %d ms" % (
    i % 12 + 1, i % 28 + 1, i % 60, ("INFO", "WARN", "ERROR")[i % 3], chr(97 + i % 26), n) for i, n in enumerate(numbers))
line = re.compile(r"(?P<day>\d+-\d+-\d+) (\d\d):(\d\d) \[(?P<level>[A-Z]+)\] user=(\w) took (\d+) ms$", re.M)
levels = Counter(m.group("level") for m in line.finditer(log))
slow = [w for w in re.split(r"\s+", log) if w.isdigit() and int(w) > 900]
tidy = re.sub(r"user=(\w)", lambda m: "u:" + m.group(1).upper(), log)
days = defaultdict(list)
for m in line.finditer(log):
    year, month, day = map(int, m["day"].split("-"))
    days[datetime.date(year, month, day).isoweekday()].append(int(m[6]))
start = datetime.datetime(2031, 1, 31, 8, 30)
stamps = [(start + datetime.timedelta(hours=7 * i)).strftime("%Y-%m-%d %H:%M") for i in range(40)]
heap = []
for n in numbers:
    heapq.heappush(heap, Task(n, "t%d" % n, Kind.OLD if n % 2 else Kind.NEW))
first = [heapq.heappop(heap).name for _ in range(60)]
window = deque(maxlen=8)
peaks = 0
for n in numbers:
    window.append(n)
    peaks += n == max(window)
runs = [(k, len(list(g))) for k, g in itertools.groupby(sorted(numbers), key=lambda n: n // 100)]
pairs = sum(a < b for a, b in itertools.combinations(numbers[:60], 2))
mean = average()
next(mean)
means = [mean.send(n) for n in numbers]
third = sum(fractions.Fraction(1, n + 1) for n in range(30))
big = functools.reduce(lambda a, b: a * b % (10**40 + 7), range(1, 300))
power = pow(3, 500, 10**30 + 57) + (1 << 200) // 7**30
table = io.StringIO()
writer = csv.writer(table)
writer.writerows((n, "a,b", n / 8) for n in numbers[:100])
rows = list(csv.DictReader(io.StringIO("n,text,part\r\n" + table.getvalue())))
digest = hashlib.sha256(log.encode()).hexdigest()
packed = b"".join(struct.pack("<Hd", n, n / 3) for n in numbers)
back = [struct.unpack_from("<Hd", packed, i)[0] for i in range(0, len(packed), 10)]
unions = sorted(({*numbers[:50]} | {*numbers[100:150]}) - {*numbers[20:40]} & set(range(500)))
key = bytearray(packed[:64])
for i in range(len(key)):
    key[i] ^= 0x5A ^ i & 7
turns = [complex(1, i) ** 2 for i in range(50)]


async def worker(queue, done):
    while True:
        done.append(await queue.get() * 2)
        queue.task_done()


async def main():
    queue, done = asyncio.Queue(), []
    workers = [asyncio.create_task(worker(queue, done)) for _ in range(3)]
    for n in numbers[:60]:
        await queue.put(n)
    await queue.join()
    for one in workers:
        one.cancel()
    return await asyncio.gather(*(asyncio.sleep(0, n) for n in done))


shape = []
for item in [1, "a", [1, 2], {"k": 3}, (4, 5, 6), None] * 20:
    match item:
        case int():
            shape.append("int")
        case [a, *rest]:
            shape.append(len(rest))
        case {"k": value}:
            shape.append(value)
        case _:
            shape.append(type(item).__name__)
print(levels, slow[:3], len(tidy), stamps[-1], first[:3], peaks, runs[0], pairs, round(means[-1], 3))
print(third, big % 997, power % 997, rows[3], digest[:8], back == numbers, len(unions), key[:4].hex(), sum(turns))
print(ways(100), len(asyncio.run(main())), shape[:6], f"{numbers[0]:>8,d}|{means[1]:<10.3f}|{days[1][:2]!r:^12}")
