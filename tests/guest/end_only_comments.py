# A program of comments only

# is done, and printed nothing.
