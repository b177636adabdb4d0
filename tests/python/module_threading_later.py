# Threads that run later than they were started, and timers.
import queue
import threading
import time


def consume(q, out):
    while True:
        item = q.get()
        if item is None:
            break
        out.append(item * 2)
        q.task_done()


q, out = queue.Queue(), []
threads = [threading.Thread(target=consume, args=(q, out)) for _ in range(3)]
for t in threads:
    t.start()
print([t.is_alive() for t in threads], threading.active_count())
for n in range(6):
    q.put(n)
for _ in threads:
    q.put(None)
for t in threads:
    t.join()
print(sorted(out), [t.is_alive() for t in threads], threading.active_count())


class Worker(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.tasks = queue.Queue()
        self.done = threading.Event()
        self.sum = 0

    def run(self):
        self.done.wait()
        while not self.tasks.empty():
            self.sum += self.tasks.get()


w = Worker()
w.start()
w.tasks.put(3)
w.tasks.put(4)
w.done.set()
w.join()
print(w.sum)

ready, seen = threading.Event(), []


def waits():
    ready.wait()
    seen.append("waited")


def tells():
    seen.append("told")
    ready.set()


first, second = threading.Thread(target=waits), threading.Thread(target=tells)
first.start()
second.start()
first.join()
second.join()
print(seen)

condition, items = threading.Condition(), []


def taker():
    with condition:
        while not items:
            condition.wait()
        print("took", items.pop())


def giver():
    with condition:
        items.append("x")
        condition.notify()


t, g = threading.Thread(target=taker), threading.Thread(target=giver)
t.start()
g.start()
t.join()
g.join()

rang = []
timer = threading.Timer(0.6, rang.append, args=["late"])
never = threading.Timer(0.5, rang.append, ["never"])
soon = threading.Timer(0.4, rang.append, kwargs={}, args=("soon",))
for one in (timer, never, soon):
    one.start()
never.cancel()
print(rang, timer.is_alive(), timer.interval)
time.sleep(1.2)
print(rang, timer.is_alive(), timer.finished.is_set())
event = threading.Event()
threading.Timer(0.01, event.set).start()
print(event.wait(5), threading.Event().wait(0.01))
lock = threading.Lock()
lock.acquire()
threading.Timer(0.01, lock.release).start()
with lock:
    print("locked")
results = queue.Queue()
t = threading.Thread(target=lambda: results.put(results.qsize() + 1))
t.start()
print(results.get(timeout=5))
try:
    results.get(timeout=0.01)
except queue.Empty:
    print("empty")
Queue = queue.Queue  # a class among the globals
t = threading.Timer(0.01, print, ["at the end"])
t.start()
