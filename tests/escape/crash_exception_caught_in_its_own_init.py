# outcome: any
class E(Exception):
    def __init__(self):
        try:
            raise self
        except Exception as e:
            print(e)


# stdout: any
raise E()
