# outcome: raised
import re

re.sub("(a)", r"\9\99999999999", "aaa")
