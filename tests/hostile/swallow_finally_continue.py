# limit: time=300ms
# outcome: out_of_time
while True:
    try:
        1 / 0
    finally:
        continue
