# outcome: raised
type("X", (1, "two"), {})()
