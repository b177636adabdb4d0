# There is no file to open; the error says that none was granted.
# error: PermissionError
open("/etc/passwd")
