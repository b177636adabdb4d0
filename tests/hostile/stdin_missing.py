# Asking for input that was not granted, for ever.
# limit: time=300ms
# outcome: out_of_time
while True:
    try:
        input()
    except Exception:
        pass
