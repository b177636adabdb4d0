#!/usr/bin/env python3
"""How many cores the Python package uses: the same guests one after another and at once, in
threads and on an event loop, each printed as a ratio, and how late the loop is meanwhile.

    build/venv/bin/python bench/threads.py [THREADS]
"""
import asyncio
import os
import sys
import threading
import time

import vitrine

CODE = "for i in range(1000000): pass"
ROUNDS = 5


def spent(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(sessions):
    for session in sessions:
        session.run(CODE, check=True)


def at_once(sessions):
    threads = [threading.Thread(target=s.run, args=(CODE,)) for s in sessions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def on_a_loop(count, late):
    async def tick():
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.001)
            late.append(time.perf_counter() - start - 0.001)

    sessions = [vitrine.AsyncSession() for _ in range(count)]
    ticking = asyncio.create_task(tick())
    start = time.perf_counter()
    await asyncio.gather(*[s.run(CODE, check=True) for s in sessions])
    end = time.perf_counter() - start
    ticking.cancel()
    for s in sessions:
        await s.close()
    return end


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else len(os.sched_getaffinity(0))
    sessions = [vitrine.Session() for _ in range(count)]
    late = []
    one = min(spent(lambda: in_turn(sessions)) for _ in range(ROUNDS))
    threads = min(spent(lambda: at_once(sessions)) for _ in range(ROUNDS))
    loop = min(asyncio.run(on_a_loop(count, late)) for _ in range(ROUNDS))
    for s in sessions:
        s.close()
    print("%d guests in %d threads: %.2f cores" % (count, count, one / threads))
    print("%d guests on one event loop: %.2f cores; the loop is %.0f µs late (median), %.1f ms at worst"
          % (count, one / loop, sorted(late)[len(late) // 2] * 1e6, max(late) * 1e3))


if __name__ == "__main__":
    main()
