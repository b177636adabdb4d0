# outcome: raised
from array import array

a = array("O", bytes([16, 32, 0, 0] * 4))
print(a[0])
