# limit: time=2s
# outcome: any
for text in ("%", "%(", "%(a", "%()d", "%*d", "%.*f", "%99999999999d", "%c", "%.99f", "%(a)*d",
             "%#x", "%ld", "%hhd", "%\0", "%é", "%-", "%+"):
    for value in (1, "x", 2.5, (), (1,), {"a": 1}, {}, 1 << 70, 0x110000, -1):
        try:
            text % value
        except (Exception, MemoryError):
            pass
