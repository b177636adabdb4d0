# outcome: any
from array import array

array("d", [1, 2]) * (1 << 28)
