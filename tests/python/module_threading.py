# Threads that do not wait for each other; queues; pools.
import queue
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from queue import LifoQueue, PriorityQueue, Queue

results = []
lock = threading.Lock()


def work(n, factor=1):
    with lock:
        results.append(n * factor)


threads = [threading.Thread(target=work, args=(i,), kwargs={"factor": 2}) for i in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), threads[0].is_alive(), threading.current_thread().name, threading.active_count(), lock.locked())


class Mine(threading.Thread):
    def __init__(self):
        super().__init__(name="mine", daemon=True)
        self.value = None

    def run(self):
        self.value = threading.current_thread().name


m = Mine()
print(m.is_alive(), m.daemon, m.name)
m.start()
m.join()
print(m.value, m.is_alive())
try:
    m.start()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r, r:
    print("twice")
e = threading.Event()
threading.Thread(target=e.set).start()
print(e.wait(1), e.is_set(), lock.acquire(False), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
local = threading.local()
local.x = 1
seen = []
t = threading.Thread(target=lambda: seen.append(hasattr(local, "x")))
t.start()
t.join()
print(local.x, seen)
q = Queue()
for i in range(3):
    q.put(i)


def drain():
    while not q.empty():
        results.append(q.get())
        q.task_done()


t = threading.Thread(target=drain)
t.start()
q.join()
t.join()
print(results[-3:], q.qsize(), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print("Empty")
try:
    q.get(timeout=0.01)
except queue.Empty:
    print("Empty")
b = Queue(maxsize=1)
b.put(1)
try:
    b.put_nowait(2)
except queue.Full:
    print("Full", b.full())
p = PriorityQueue()
for item in (3, "c"), (1, "a"), (2, "b"):
    p.put(item)
print([p.get() for _ in range(3)])
stack = LifoQueue()
stack.put(1)
stack.put(2)
print(stack.get(), stack.get())
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(pow, i, 2): i for i in range(4)}
    print(sorted((futures[f], f.result()) for f in as_completed(futures)))
    print(list(pool.map(lambda a, b: a + b, [1, 2], [3, 4])))
    bad = pool.submit(lambda: 1 / 0)
    print(type(bad.exception()).__name__, bad.done())
    try:
        bad.result()
    except ZeroDivisionError as error:
        print(error)

print(threading.stack_size(1 << 26), threading.stack_size(), threading.stack_size(), threading.ThreadError is RuntimeError)
for size in (-1, 100):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


sys.setrecursionlimit(10 ** 6)
thread = threading.Thread(target=lambda: print(deep(20000)))
thread.start()
thread.join()
