# A KeyboardInterrupt that the guest raises is its own, and no cancel.
# error: KeyboardInterrupt
# at: 4
raise KeyboardInterrupt
