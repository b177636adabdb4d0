"""graphlib: what comes before what."""


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._after = {}  # node: those that wait for it
        self._waits = {}  # node: for how many it waits; -1: given out, -2: done
        self._ready = None
        for node, before in (graph or {}).items():
            self.add(node, *before)

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        for n in (node,) + predecessors:
            if n not in self._after:
                self._after[n] = []
                self._waits[n] = 0
        for before in predecessors:
            self._after[before].append(node)
            self._waits[node] += 1

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node for node, n in self._waits.items() if n == 0]
        self._out = self._finished = 0
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def _cycle(self):
        seen, path, on_path, todo = set(), [], {}, []
        for start in self._after:
            if start in seen:
                continue
            todo.append((start, iter(self._after[start])))
            seen.add(start)
            on_path[start] = len(path)
            path.append(start)
            while todo:
                node, following = todo[-1]
                for other in following:
                    if other in on_path:
                        return path[on_path[other] :] + [other]
                    if other not in seen:
                        seen.add(other)
                        on_path[other] = len(path)
                        path.append(other)
                        todo.append((other, iter(self._after[other])))
                        break
                else:
                    todo.pop()
                    path.pop()
                    del on_path[node]

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        result = tuple(self._ready)
        for node in result:
            self._waits[node] = -1
        self._ready.clear()
        self._out += len(result)
        return result

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            if node not in self._waits:
                raise ValueError("node %r was not added using add()" % (node,))
            if self._waits[node] >= 0:
                raise ValueError("node %r was not passed out (still not ready)" % (node,))
            if self._waits[node] == -2:
                raise ValueError("node %r was already marked done" % (node,))
            self._waits[node] = -2
            self._finished += 1
            for other in self._after[node]:
                self._waits[other] -= 1
                if self._waits[other] == 0:
                    self._ready.append(other)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            for node in nodes:
                yield node
            self.done(*nodes)
