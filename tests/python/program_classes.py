# Data classes, enums, abstract classes and their unit tests
import unittest
from dataclasses import dataclass, field, asdict, astuple, replace, fields
from typing import List, Dict, Optional, Union, Tuple, Any, Callable, Iterator, Generic, TypeVar, Protocol, ClassVar
from abc import ABC, abstractmethod
from enum import Enum, IntEnum, Flag, auto
T=TypeVar('T')
class Kind(Enum):
    A=auto(); B=auto()
    @property
    def nice(self)->str: return self.name.lower()
    @classmethod
    def parse(cls,s:str)->'Kind': return cls[s]
@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: List[str] = field(default_factory=list, repr=False)
    kind: Kind = Kind.A
    count: ClassVar[int] = 0
    def __post_init__(self): Item.count+=1
class Stack(Generic[T]):
    def __init__(self)->None: self._items: List[T]=[]
    def push(self, x:T)->None: self._items.append(x)
    def pop(self)->T:
        if not self._items: raise IndexError("pop from empty stack")
        return self._items.pop()
    def __len__(self)->int: return len(self._items)
    def __iter__(self)->Iterator[T]: return iter(self._items)
class Shape(ABC):
    @abstractmethod
    def area(self)->float: ...
class Sq(Shape):
    def __init__(s,a): s.a=a
    def area(s): return s.a**2
i=Item(1.5,'x'); j=Item(0.5,'y',kind=Kind.B)
print(i,j,i<j,sorted([i,j]),asdict(i),astuple(j),replace(i,price=3),[f.name for f in fields(i)],Item.count)
try: Shape()
except TypeError as e: print(e)
s=Stack[int](); s.push(3); print(len(s),list(s),s.pop(),Kind.parse('B').nice,Kind.A,repr(Kind.B),list(Kind))
try: s.pop()
except IndexError as e: print(e)
class T1(unittest.TestCase):
    def setUp(self): self.s=Stack()
    def test_a(self): self.s.push(1); self.assertEqual(self.s.pop(),1)
    def test_b(self):
        with self.assertRaises(IndexError) as cm: self.s.pop()
        self.assertIn('empty',str(cm.exception))
    def test_c(self): self.assertAlmostEqual(0.1+0.2,0.3); self.assertTrue(1); self.assertIsNone(None); self.assertListEqual([1],[1]); self.assertDictEqual({},{}) ; self.assertRaisesRegex(ValueError,'inv.*',int,'x')
    def test_d(self):
        for i in range(3):
            with self.subTest(i=i): self.assertLess(i,5)
    @unittest.skip('no')
    def test_e(self): self.fail()
r=unittest.TextTestRunner(stream=__import__('io').StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T1))
print(r.testsRun,r.wasSuccessful(),len(r.skipped),r)
