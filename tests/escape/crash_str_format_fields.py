# Replacement fields of every odd shape.
# limit: time=2s
# outcome: any
for text in ("{0!}", "{:{}{}{}}", "{0[", "{0.}", "{!x}", "{:>" + "9" * 40 + "}",
             "{:" + "{}" * 50 + "}", "{9999999999999}", "{-1}", "{0[9999999999]}",
             "{:c}", "{:.9999f}", "{:+s}", "{:=5}", "{0.__class__}", "{0[0][0][0]}", "{:,x}",
             "{:08.3%}", "{\0}", "{é}"):
    for value in (1, "x", 2.5, [1], None, 1 << 70):
        try:
            text.format(value, value)
        except Exception:
            pass
