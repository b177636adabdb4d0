# The calendar of the module time; clocks only as far as they are the same everywhere.
import time

for s in (0, 1, 86399, 86400, 951782400, 1700000000, 4102444800, -1, -86401):
    t = time.gmtime(s)
    print(t, t.tm_year, t.tm_yday, t[3], len(t), t == time.gmtime(s), tuple(t))
    print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %w %y %p %I %c %x %X %%", t), time.asctime(t))
for text, fmt in (("2024-05-06 07:08:09", "%Y-%m-%d %H:%M:%S"), ("Mon May  6 07:08:09 2024", "%a %b %d %H:%M:%S %Y"), ("12/31/99", "%m/%d/%y"), ("7 PM", "%I %p")):
    print(time.strptime(text, fmt))
try:
    time.strptime("x", "%Y")
except ValueError as e:
    print(e)
print(time.struct_time((2024, 5, 6, 7, 8, 9, 0, 127, -1)), isinstance(time.gmtime(0), tuple), time.gmtime(0) < time.gmtime(1))
a = time.perf_counter()
b = time.monotonic()
c = time.process_time()
sum(range(100000))
print(a <= time.perf_counter(), b <= time.monotonic(), c <= time.process_time(), isinstance(time.perf_counter_ns(), int), isinstance(time.monotonic_ns(), int), time.sleep(0))
