"""mimetypes: types by the ends of names; the common ones."""

suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
types_map = {}
common_types = {".rtf": "application/rtf", ".midi": "audio/midi", ".mid": "audio/midi", ".jpg": "image/jpg", ".xul": "text/xul"}
for _line in """application/javascript js mjs
application/json json
application/msword doc dot wiz
application/octet-stream bin a dll exe o obj so
application/oda oda
application/pdf pdf
application/postscript ps ai eps
application/vnd.ms-excel xls xlb
application/vnd.ms-powerpoint ppt pot ppa pps pwz
application/wasm wasm
application/x-csh csh
application/x-dvi dvi
application/x-latex latex
application/x-python-code pyc pyo
application/x-sh sh
application/x-shockwave-flash swf
application/x-tar tar
application/x-tcl tcl
application/x-tex tex
application/xml xsl rdf wsdl xpdl
application/zip zip
audio/basic au snd
audio/mpeg mp3 mp2
audio/x-aiff aif aifc aiff
audio/x-wav wav
audio/aac aac adts
image/bmp bmp
image/gif gif
image/ief ief
image/jpeg jpg jpe jpeg
image/png png
image/svg+xml svg
image/tiff tiff tif
image/vnd.microsoft.icon ico
image/x-portable-pixmap ppm
image/heic heic
message/rfc822 eml mht mhtml nws
text/css css
text/csv csv
text/html html htm
text/plain txt bat c h ksh pl srt
text/x-python py
text/tab-separated-values tsv
text/x-vcard vcf
text/xml xml
video/mp4 mp4
video/mpeg mpeg m1v mpa mpe mpg
video/quicktime mov qt
video/webm webm
video/x-msvideo avi""".split("\n"):
    _names = _line.split()
    for _name in _names[1:]:
        types_map["." + _name] = _names[0]
inited = True


def init(files=None):
    pass


def guess_type(url, strict=True):
    from posixpath import splitext

    path = url
    if path.startswith("data:"):
        kind = path[5:].split(",")[0].split(";")[0]
        return (kind if "/" in kind else "text/plain"), None
    base, end = splitext(path)
    while end in suffix_map:
        base, end = splitext(base + suffix_map[end])
    encoding = encodings_map.get(end)
    if encoding:
        base, end = splitext(base)
    kind = types_map.get(end) or types_map.get(end.lower())
    if kind is None and not strict:
        kind = common_types.get(end.lower())
    return kind, encoding


def guess_all_extensions(type, strict=True):
    return [end for end, kind in types_map.items() if kind == type.lower()]


def guess_extension(type, strict=True):
    found = guess_all_extensions(type, strict)
    return found[0] if found else None


def add_type(type, ext, strict=True):
    types_map[ext] = type
