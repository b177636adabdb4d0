# limit: time=300ms
# outcome: out_of_time
import math

math.factorial(10**6)
