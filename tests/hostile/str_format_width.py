# outcome: out_of_memory | out_of_time | raised
# limit: time=500ms
"{:>1000000000}".format(1)
