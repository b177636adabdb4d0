# outcome: raised
raise type("T" * 100000, (Exception,), {})("x")
