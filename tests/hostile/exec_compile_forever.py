# limit: time=300ms
# outcome: out_of_time
text = "x = [%s]\n" % ", ".join("(%d, 'a', b'c')" % i for i in range(500))
while True:
    compile(text, "text", "exec")
