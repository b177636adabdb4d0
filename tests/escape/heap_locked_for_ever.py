# A lock on the heap ends with the run at the latest.
# outcome: raised | out_of_memory
import micropython

micropython.heap_lock()
[1, 2, 3] + [4]
