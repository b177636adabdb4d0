# limit: output=1000
# stdout: any
# truncated: stdout=99000 stderr=0
# spent: output==100000
# The rest is counted and dropped; the run goes on.
for i in range(1000):
    print("%099d" % i)
