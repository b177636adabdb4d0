# error: PermissionError
input()
