# outcome: any
type(5, (), {})
