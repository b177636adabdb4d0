# Names of functions written in C
print(len.__name__, [].append.__name__, 'a'.join.__name__, print.__qualname__, len.__module__, list.append.__name__, list.append.__qualname__,[].append.__qualname__)
import math
print(math.sin.__name__, math.sin.__module__, math.sin.__qualname__)
print(max.__name__, sorted.__name__, int.from_bytes.__name__, dict.fromkeys.__name__, str.maketrans.__name__)
print(__builtins__.len is len if not isinstance(__builtins__,dict) else __builtins__['len'] is len)
print([f.__name__ for f in (str.upper,abs,min,all,any,range,int,object.__init__)])
import functools, operator
print(operator.add.__name__, functools.reduce.__name__)
