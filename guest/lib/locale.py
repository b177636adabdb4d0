"""locale: the C locale, and no other."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale in (None, "", "C", "POSIX", "C.UTF-8"):
        return "C"
    raise Error("unsupported locale setting")


def getlocale(category=LC_CTYPE):
    return None, None


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


getencoding = getpreferredencoding


def localeconv():
    return {"decimal_point": ".", "thousands_sep": "", "grouping": [], "currency_symbol": "", "int_curr_symbol": ""}


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s
