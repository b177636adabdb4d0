# packages: simpy==4.1.1
import simpy


def car(env, name, station, arrives, charge):
    yield env.timeout(arrives)
    print("%s arrives at %d" % (name, env.now))
    with station.request() as place:
        yield place
        print("%s starts at %s" % (name, env.now))
        yield env.timeout(charge)
    print("%s leaves at %s" % (name, env.now))


def broken(env):
    try:
        yield env.timeout(100)
    except simpy.Interrupt as i:
        print("interrupted", i.cause, env.now)


env = simpy.Environment()
station = simpy.Resource(env, capacity=2)
for i in range(4):
    env.process(car(env, "Car %d" % i, station, i * 2, 5))
p = env.process(broken(env))
store = simpy.Store(env, capacity=1)


def producer(env):
    for n in range(3):
        yield store.put(n)
        yield env.timeout(1)
    p.interrupt("enough")


def consumer(env):
    while True:
        got = yield store.get() | env.timeout(3)
        print("got", list(got.values()), env.now)
        if env.now > 6:
            return


env.process(producer(env))
env.process(consumer(env))
env.run(until=20)
print(env.now)
