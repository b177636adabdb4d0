"""Names for what is not in a sandbox: they can be imported and patched; calling one says why it cannot work."""

PROCESS = "there are no processes in this sandbox: %s is not available"
NETWORK = "there are no sockets in this sandbox: %s is not available; use 'requests' or urllib.request, where the web is granted"


def refusal(why, name):
    def refuse(*args, **kwargs):
        raise PermissionError(why % name)

    refuse.__name__ = refuse.__qualname__ = name.rpartition(".")[2].rstrip("()")
    return refuse


# Functions of a module: names with blanks between.
def functions(namespace, why, names):
    for name in names.split():
        namespace[name] = refusal(why, namespace["__name__"] + "." + name)


# A class that cannot be made, with methods for those who patch them.
def absent_class(why, module, name, methods, bases=(object,)):
    members = {"__module__": module, "__qualname__": name, "__init__": refusal(why, module + "." + name)}
    for method in methods.split():
        members[method] = refusal(why, "%s.%s.%s" % (module, name, method))
    return type(name, bases, members)
