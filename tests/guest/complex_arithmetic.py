# Complex numbers.
z = 3 + 4j
print(z, z.real, z.imag, abs(z), -z)  # expect: (3+4j) 3.0 4.0 5.0 (-3-4j)
print(z * (1 - 1j), z + 1, z - 1j, z / 2, z == 3 + 4j)  # expect: (7+1j) (4+4j) (3+3j) (1.5+2j) True
print(complex(1, 2), complex("1+2j"), complex(5), 1j * 1j)  # expect: (1+2j) (1+2j) (5+0j) (-1+0j)
print((1 + 2j) * (3 - 1j), (1 + 0j) / (0 + 1j))  # expect: (5+5j) -1j
print(bool(0j), bool(1j), {1j: "i"}[1j])  # expect: False True i
try:
    print(1j < 2j)
except TypeError:
    print("not ordered")
# expect: not ordered
