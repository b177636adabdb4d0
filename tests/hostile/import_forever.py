# limit: time=500ms
# outcome: out_of_time | out_of_memory
i = 0
while True:
    try:
        __import__("module%d" % i)
    except ImportError:
        i += 1
