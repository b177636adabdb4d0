# limit: time=300ms
# outcome: out_of_time
try:
    while True:
        pass
finally:
    while True:
        pass
