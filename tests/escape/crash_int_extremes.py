# The edges of small integers, in every operator.
edges = [0, 1, -1, 2**29, -(2**29), 2**30 - 1, 2**30, -(2**30), -(2**30) - 1, 2**31 - 1, 2**31,
         -(2**31), 2**32, 2**62, 2**63, -(2**63), 2**64]
total = 0
for a in edges:
    for b in edges:
        for act in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a // b, lambda: a % b,
                    lambda: divmod(a, b), lambda: a & b, lambda: a | b, lambda: a ^ b,
                    lambda: a << (b % 40), lambda: a >> (b % 70), lambda: a ** (b % 5),
                    lambda: pow(a, abs(b), 97), lambda: a < b, lambda: a == b,
                    lambda: round(a, -(b % 9))):
            try:
                act()
                total += 1
            except (ZeroDivisionError, NotImplementedError):
                pass
print(total > 4000, -(2**30) // -1, -(2**31) // -1, -(2**63) // -1, -(2**30) * -1)
# expect: True 1073741824 2147483648 9223372036854775808 1073741824
