"""locale: the C locale, and no other."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127


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
    names = ("int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep mon_grouping positive_sign negative_sign "
             "int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space p_sign_posn n_sign_posn "
             "decimal_point thousands_sep grouping").split()
    conv = dict.fromkeys(names, "")
    conv.update(dict.fromkeys(names[7:15], CHAR_MAX))
    conv["mon_grouping"], conv["grouping"], conv["decimal_point"] = [], [], "."
    return conv


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def format(percent, value, grouping=False, monetary=False, *additional):
    import re

    if not re.match(r"%(?:\(.*?\))?[-#0-9 +*.hlL]*?[eEfFgGdiouxXcrs%]$", percent):
        raise ValueError("format() must be given exactly one %%char format specifier, %r not valid" % percent)
    return percent % ((value,) + additional) if additional else percent % value


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def normalize(localename):
    return localename


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def getdefaultlocale(envvars=()):
    return None, None


def resetlocale(category=LC_ALL):
    setlocale(category)


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s
