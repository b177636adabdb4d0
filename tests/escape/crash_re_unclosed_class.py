# A pattern that ends within a class.
# outcome: raised
import re

re.compile("[^\\")
