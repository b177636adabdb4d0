# outcome: raised | out_of_memory | out_of_time
# limit: time=500ms
eval("int" + "()" * 100000)
