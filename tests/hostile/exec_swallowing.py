# limit: time=300ms
# outcome: out_of_time
while True:
    try:
        exec("while True: pass")
    except BaseException:
        pass
