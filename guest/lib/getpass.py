"""getpass: there is nobody to ask, and no user."""


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    raise PermissionError("there is no terminal in this sandbox; input() reads standard input, if that is granted")


def getuser():
    raise PermissionError("there is no user in this sandbox")
