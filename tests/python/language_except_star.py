# except*
try:
    raise ExceptionGroup("g",[ValueError(1),TypeError(2),ExceptionGroup("h",[ValueError(3),KeyError(4)])])
except* ValueError as e:
    print("V",repr(e),e.exceptions)
except* TypeError as e:
    print("T",repr(e))
except* KeyError:
    print("K")
else:
    print("no")
finally:
    print("fin")
try:
    try:
        raise ExceptionGroup("g",[ValueError(1),TypeError(2)])
    except* ValueError:
        print('x')
except ExceptionGroup as e:
    print(repr(e))
try:
    raise ValueError(3)
except* ValueError as e:
    print(repr(e))
