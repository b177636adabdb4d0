"""An empty heap has nothing to pop, in CPython's words."""

HOOKS = [("extmod/modheapq.c", 'MP_ERROR_TEXT("empty heap")', 'MP_ERROR_TEXT("index out of range")')]
