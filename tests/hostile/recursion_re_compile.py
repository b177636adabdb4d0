# outcome: raised
import re

re.compile("(" * 65536 + ")" * 65536)
