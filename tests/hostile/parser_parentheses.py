# outcome: done
# 100,000 levels are parsed without recursion; they cost memory and time like any text.
eval("(" * 100000 + "1" + ")" * 100000)
