"""http: requests to the web, where it is granted. The host puts fetch() here."""


def fetch(*args, **kwargs):
    raise PermissionError("the web is not granted (grant: web)")


# The module behind them is read when one is called.
def _of_requests(name):
    def function(*args, **kwargs):
        import requests

        return getattr(requests, name)(*args, **kwargs)

    return function


_names = ("request", "get", "head", "options", "post", "put", "patch", "delete")
request, get, head, options, post, put, patch, delete = [_of_requests(name) for name in _names]


def __getattr__(name):
    if name in ("HTTPStatus", "HTTPMethod"):
        import http._status as found

        return getattr(found, name)
    raise AttributeError("module 'http' has no attribute '%s'" % name)
