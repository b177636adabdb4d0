# error: ModuleNotFoundError
__import__("../../etc/passwd")
