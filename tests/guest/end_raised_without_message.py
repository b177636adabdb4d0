# No message is an empty message.
# error: KeyError: 
# at: 4
raise KeyError
