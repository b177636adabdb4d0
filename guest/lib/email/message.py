"""email.message: headers and a payload."""

from email import policy as _policy
from email.errors import HeaderParseError, MultipartConversionError


# "text/plain; a=b; c="d"" as a list of (name, value): the first one's value is "".
def _split_parameters(text):
    parts, part, quoted, escaped = [], "", False, False
    for c in text + ";":
        if c == ";" and not quoted:
            name, mark, value = part.partition("=")
            if not parts or name.strip():
                parts.append((name.strip() if parts else part.strip(), value.strip() if parts else ""))
            part = ""
            continue
        if c == '"' and not escaped:
            quoted = not quoted
        escaped = c == "\\" and not escaped
        part += c
    return parts


def _unquoted(value):
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    return value[1:-1] if value[:1] == "<" and value[-1:] == ">" else value


def _parameter(name, value, quoted=True):
    name = name.replace("_", "-")
    if value is None or value == "":
        return name
    if isinstance(value, tuple):
        from urllib.parse import quote

        return "%s*=%s'%s'%s" % (name, value[0] or "utf-8", value[1] or "", quote(value[2], safe="", encoding=value[0] or "utf-8"))
    if not value.isascii():
        from urllib.parse import quote

        return "%s*=utf-8''%s" % (name, quote(value, safe=""))
    special = quoted or any([c in ' ()<>@,;:\\"/[]?=' for c in value])
    return '%s="%s"' % (name, value.replace("\\", "\\\\").replace('"', '\\"')) if special else "%s=%s" % (name, value)


class Message:
    def __init__(self, policy=_policy.compat32):
        self.policy = policy
        self._headers = []
        self._payload = None
        self._charset = None
        self._unixfrom = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    # --- headers ---

    def __len__(self):
        return len(self._headers)

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers if pair[0].lower() != name]

    def get(self, name, failobj=None):
        name = name.lower()
        for key, value in self._headers:
            if key.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        name = name.lower()
        return [value for key, value in self._headers if key.lower() == name] or failobj

    def keys(self):
        return [key for key, value in self._headers]

    def values(self):
        return [value for key, value in self._headers]

    def items(self):
        return list(self._headers)

    raw_items = items

    def add_header(self, _name, _value, **_params):
        parts = [_parameter(name, value) for name, value in _params.items()]
        if _value is not None:
            parts.insert(0, _value)
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        for i, (key, value) in enumerate(self._headers):
            if key.lower() == _name.lower():
                self._headers[i] = key, _value
                return
        raise KeyError(_name)

    # --- what the payload is ---

    def get_content_type(self):
        value = self.get("content-type")
        if value is None:
            return self._default_type
        kind = _split_parameters(str(value))[0][0].lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def get_params(self, failobj=None, header="content-type", unquote=True):
        value = self.get(header)
        if value is None:
            return failobj
        return [(name, _unquoted(value) if unquote else value) for name, value in _split_parameters(str(value))]

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        for name, value in self.get_params((), header, unquote):
            if name.lower() == param.lower():
                return value
            if name.lower() == param.lower() + "*":
                from urllib.parse import unquote as plain

                charset, language, text = (value.split("'", 2) + ["", ""])[:3]
                return plain(text, charset or "utf-8")
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        if charset:
            value = charset, language, value
        if header not in self:
            self[header] = "text/plain" if header.lower() == "content-type" else ""
        found = _split_parameters(str(self[header]))
        parts = [found[0][0]] if found[0][0] else []
        done = False
        for name, old in found[1:]:
            if name.lower() == param.lower():
                parts.append(_parameter(param, value, requote))
                done = True
            else:
                parts.append("%s=%s" % (name, old) if old else name)
        if not done:
            parts.append(_parameter(param, value, requote))
        self.replace_header(header, "; ".join(parts))

    def del_param(self, param, header="content-type", requote=True):
        if header in self:
            found = _split_parameters(str(self[header]))
            parts = [found[0][0]] + ["%s=%s" % pair for pair in found[1:] if pair[0].lower() != param.lower()]
            self.replace_header(header, "; ".join(parts))

    def set_type(self, type, header="Content-Type", requote=True):
        if type.count("/") != 1:
            raise ValueError
        found = _split_parameters(str(self.get(header, "")))
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        del self[header]
        self[header] = "; ".join([type] + ["%s=%s" % pair for pair in found[1:]])

    def get_filename(self, failobj=None):
        name = self.get_param("filename", None, "content-disposition")
        return self.get_param("name", failobj) if name is None else name

    def get_boundary(self, failobj=None):
        return self.get_param("boundary", failobj)

    def set_boundary(self, boundary):
        if "content-type" not in self:
            raise HeaderParseError("No Content-Type header found")
        self.set_param("boundary", boundary)

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        return failobj if charset is None else charset.lower()

    def get_charset(self):
        return self._charset

    def get_content_disposition(self):
        value = self.get("content-disposition")
        return None if value is None else _split_parameters(str(value))[0][0].lower()

    # --- the payload ---

    def is_multipart(self):
        return isinstance(self._payload, list)

    def attach(self, payload):
        if self._payload is None:
            self._payload = [payload]
        elif not isinstance(self._payload, list):
            raise TypeError("Attach is not valid on a message with a non-multipart payload")
        else:
            self._payload.append(payload)

    def get_payload(self, i=None, decode=False):
        if self.is_multipart():
            return None if decode else self._payload if i is None else self._payload[i]
        if i is not None:
            raise TypeError("Expected list, got %s" % type(self._payload))
        if not decode:
            return self._payload
        payload = self._payload
        if isinstance(payload, str):
            charset = self.get_content_charset()
            payload = payload.encode("ascii", "surrogateescape") if payload.isascii() or not charset else payload.encode("utf-8", "surrogateescape")
        coding = str(self.get("content-transfer-encoding", "")).lower()
        if coding == "quoted-printable":
            from quopri import decodestring

            return decodestring(payload)
        if coding == "base64":
            from base64 import b64decode

            return b64decode(payload)
        return payload

    def set_payload(self, payload, charset=None):
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        self._charset = charset
        if charset is None:
            return self.del_param("charset")
        charset = str(charset).lower()
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
        if "Content-Type" not in self:
            self["Content-Type"] = "text/plain; " + _parameter("charset", charset)
        else:
            self.set_param("charset", charset)
        if "Content-Transfer-Encoding" not in self:
            if charset in ("us-ascii", "ascii"):
                self["Content-Transfer-Encoding"] = "7bit"
            else:
                from base64 import encodebytes

                data = self._payload.encode(charset, "surrogateescape") if isinstance(self._payload, str) else self._payload
                if charset == "utf-8" or not data.isascii():
                    self._payload = encodebytes(data).decode()
                    self["Content-Transfer-Encoding"] = "base64"
                else:
                    self["Content-Transfer-Encoding"] = "7bit"

    def walk(self):
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        from email.generator import _text

        return _text(self, unixfrom, policy or self.policy, maxheaderlen)

    def __str__(self):
        return self.as_string()

    def as_bytes(self, unixfrom=False, policy=None):
        return self.as_string(unixfrom, policy=policy).encode("utf-8", "surrogateescape")

    def __bytes__(self):
        return self.as_bytes()


class MIMEPart(Message):
    def __init__(self, policy=_policy.default):
        Message.__init__(self, policy)

    def is_attachment(self):
        return self.get_content_disposition() == "attachment"

    def _clear_content(self):
        self._headers = [pair for pair in self._headers if not pair[0].lower().startswith("content-")]
        self._payload = None

    clear_content = _clear_content

    def clear(self):
        self._headers = []
        self._payload = None

    def set_content(self, obj, *args, **kw):
        self._clear_content()
        if isinstance(obj, str):
            self._set_text(obj, *args, **kw)
        elif isinstance(obj, (bytes, bytearray, memoryview)):
            self._set_bytes(bytes(obj), *args, **kw)
        elif isinstance(obj, Message):
            self["Content-Type"] = "message/rfc822"
            self["Content-Transfer-Encoding"] = kw.get("cte") or "8bit"
            self._payload = [obj]
            self._finish(**kw)
        else:
            raise KeyError(type(obj).__qualname__)

    def _finish(self, disposition=None, filename=None, cid=None, params=None, headers=None, **rest):
        if disposition is None and filename is not None:
            disposition = "attachment"
        if disposition is not None:
            self["Content-Disposition"] = disposition
        if filename is not None:
            self.set_param("filename", filename, "Content-Disposition")
        if cid is not None:
            self["Content-ID"] = cid
        for name, value in (params or {}).items():
            self.set_param(name, value)
        for header in headers or ():
            name, value = header.split(":", 1) if isinstance(header, str) else header
            self[name] = value.strip()

    def _set_text(self, string, subtype="plain", charset="utf-8", cte=None, **kw):
        lines = string.splitlines()
        text = "".join([line + "\n" for line in lines])
        data = text.encode(charset)
        self["Content-Type"] = "text/%s; charset=\"%s\"" % (subtype, charset)
        longest = max([len(line.encode(charset)) for line in lines], default=0)
        if cte is None:
            if longest <= self.policy.max_line_length and data.isascii():
                cte = "7bit"
            elif longest <= self.policy.max_line_length and self.policy.cte_type == "8bit":
                cte = "8bit"
            else:
                odd = sum([1 for byte in data if byte > 126 or byte < 32 and byte not in (9, 10, 13)])
                cte = "quoted-printable" if odd * 3 < len(data) else "base64"
        self["Content-Transfer-Encoding"] = cte
        if cte == "base64":
            from base64 import encodebytes

            text = encodebytes(data).decode()
        elif cte == "quoted-printable":
            from quopri import encodestring

            text = encodestring(data).decode()
        elif cte == "7bit":
            text = data.decode("ascii")
        self._payload = text
        self._finish(**kw)

    def _set_bytes(self, data, maintype, subtype, cte="base64", **kw):
        from base64 import encodebytes

        self["Content-Type"] = "%s/%s" % (maintype, subtype)
        self._payload = encodebytes(data).decode() if cte == "base64" else data.decode("ascii", "surrogateescape")
        self["Content-Transfer-Encoding"] = cte
        self._finish(**kw)

    def get_content(self, errors="replace"):
        if self.is_multipart():
            if self.get_content_maintype() == "message":
                return self._payload[0]
            raise KeyError(self.get_content_type())
        data = self.get_payload(decode=True)
        if self.get_content_maintype() == "text":
            return data.decode(self.get_param("charset", "utf-8" if not data.isascii() else "ascii"), errors)
        return data

    def _make_multipart(self, subtype, allowed, boundary=None):
        if self.get_content_maintype() == "multipart":
            known = self.get_content_subtype()
            if known not in allowed:
                raise ValueError("Cannot convert %s to %s" % (known, subtype))
        headers = [pair for pair in self._headers if not pair[0].lower().startswith("content-")]
        moved = [pair for pair in self._headers if pair[0].lower().startswith("content-")]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers = moved
            part._payload = self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = headers
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make_multipart("related", (), boundary)

    def make_alternative(self, boundary=None):
        self._make_multipart("alternative", ("related",), boundary)

    def make_mixed(self, boundary=None):
        self._make_multipart("mixed", ("related", "alternative"), boundary)

    def _add(self, _subtype, disposition, args, kw):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != _subtype:
            getattr(self, "make_" + _subtype)()
        part = MIMEPart(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        self._add("related", "inline", args, kw)

    def add_alternative(self, *args, **kw):
        self._add("alternative", None, args, kw)

    def add_attachment(self, *args, **kw):
        self._add("mixed", "attachment", args, kw)

    def iter_parts(self):
        return iter(self._payload if self.is_multipart() else ())

    def iter_attachments(self):
        parts = list(self.iter_parts())
        if self.get_content_maintype() == "multipart" and self.get_content_subtype() != "alternative":
            body = self.get_body()
            parts = [part for part in parts if part is not body and (part.is_attachment() or part is not parts[0])]
        return iter(parts)

    def get_body(self, preferencelist=("related", "html", "plain")):
        found = {}
        for part in self.walk():
            if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
                found.setdefault(part.get_content_subtype(), part)
        for kind in preferencelist:
            if kind in found:
                return found[kind]


class EmailMessage(MIMEPart):
    # Of these there can be one.
    _SINGLE = {"to", "from", "subject", "date", "cc", "bcc", "reply-to", "sender", "message-id", "in-reply-to", "references", "mime-version"}

    def __setitem__(self, name, value):
        if name.lower() in self._SINGLE and name in self:
            raise ValueError("There may be at most 1 %s headers in a message" % name)
        if isinstance(value, str) and ("\n" in value or "\r" in value):
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        if hasattr(value, "strftime"):
            from email.utils import format_datetime

            value = format_datetime(value)
        elif isinstance(value, (list, tuple)):
            value = ", ".join([str(one) for one in value])
        Message.__setitem__(self, name, value)

    def set_content(self, *args, **kw):
        MIMEPart.set_content(self, *args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"
