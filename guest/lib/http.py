"""http: requests to the web, where it is granted. The host puts fetch() here."""


def fetch(*args, **kwargs):
    raise PermissionError("the web is not granted (grant: web)")


from requests import delete, get, head, options, patch, post, put, request
