# Classes, inheritance, properties, special methods, exceptions, with.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return "<%s %s>" % (type(self).__name__, self.name)


class Box(Shape):
    def __init__(self, name, w, h):
        super().__init__(name)
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h

    @property
    def square(self):
        return self.w == self.h


class Disc(Shape):
    def __init__(self, name, r):
        super().__init__(name)
        self.r = r

    def area(self):
        return 3.141592 * self.r ** 2


class Guard:
    entered = 0

    def __enter__(self):
        Guard.entered += 1
        return self

    def __exit__(self, kind, value, trace):
        return kind is ValueError


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y)

    def __eq__(self, o):
        return isinstance(o, Vector) and self.x == o.x and self.y == o.y

    def __hash__(self):
        return hash((self.x, self.y))


shapes = []
for i in range(400):
    shapes.append(Box("b%d" % i, i % 17, i % 13) if i % 2 else Disc("d%d" % i, i % 7))
shapes.sort()
squares = sum(1 for s in shapes if isinstance(s, Box) and s.square)
caught = 0
for i in range(400):
    with Guard():
        if i % 3 == 0:
            raise ValueError(i)
    try:
        shapes[i * 2].area()
    except IndexError:
        caught += 1
    try:
        {}["missing"]
    except (KeyError, TypeError) as e:
        caught += len(e.args)
    finally:
        caught += 0
total = Vector(0, 0)
seen = set()
for i in range(600):
    total = total + Vector(i, -i)
    seen.add(Vector(i % 50, i % 7))
print(shapes[:2], squares, caught, Guard.entered, total.x, len(seen))
