"""xml.parsers.expat: its error; xml.etree.ElementTree reads XML."""


class ExpatError(Exception):
    pass


error = ExpatError
