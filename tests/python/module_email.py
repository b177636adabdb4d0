# email: messages made, written and read.
import email
from email import policy
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email import encoders
from email.utils import formataddr, formatdate, getaddresses, parseaddr, parsedate, parsedate_to_datetime, format_datetime

text = MIMEText("Hello\nWorld", "plain")
text["Subject"] = "Greeting"
text["From"] = "a@example.com"
text["To"] = "b@example.com"
print(text.as_string())
print(MIMEText("Grüße", "html", "utf-8").as_string())
print(text["subject"], "to" in text, text.get("X", "none"), text.keys(), len(text), text.get_content_type(), text.get_payload())

whole = MIMEMultipart("mixed", boundary="BOUND")
whole["Subject"] = "All of it"
whole.attach(MIMEText("body"))
data = MIMEApplication(b"\x00\x01binary", Name="a.bin")
data["Content-Disposition"] = 'attachment; filename="a.bin"'
whole.attach(data)
base = MIMEBase("application", "octet-stream")
base.set_payload(b"payload")
encoders.encode_base64(base)
base.add_header("Content-Disposition", "attachment", filename="b c.txt")
whole.attach(base)
whole.attach(MIMEImage(b"\x89PNG\r\n\x1a\n123"))
print(whole.as_string())
again = email.message_from_string(whole.as_string())
print(again.is_multipart(), [part.get_content_type() for part in again.walk()], [part.get_filename() for part in again.walk()])
print(again.get_payload(1).get_payload(decode=True), again.get_payload()[2].get_payload(decode=True))

message = EmailMessage()
message["Subject"] = "Test"
message["From"] = "Ann <ann@example.com>"
message["To"] = ["b@example.com", "c@example.com"] and "b@example.com, c@example.com"
message.set_content("Body text\nsecond")
print(message.as_string())
print(message.get_content(), message.get_content_type(), message["to"])
message.add_alternative("<p>Body</p>", subtype="html")
print(message.get_content_type(), [part.get_content_type() for part in message.iter_parts()], message.is_multipart())
message.add_attachment(b"abc", maintype="application", subtype="pdf", filename="x.pdf")
print(message.get_content_type(), [part.get_filename() for part in message.iter_attachments()], message.get_body(("plain",)).get_content())
try:
    message["Subject"] = "again"
except ValueError as error:
    print(error)

raw = b"From: x@y.z\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\nX-Long: one\r\n two\r\n\r\nBody\r\n"
parsed = email.message_from_bytes(raw)
print(parsed["subject"], repr(parsed["x-long"]), repr(parsed.get_payload()))
modern = email.message_from_bytes(raw, policy=policy.default)
print(modern["subject"], repr(str(modern["x-long"])), repr(modern.get_content()))

print(decode_header("=?utf-8?q?Caf=C3=A9?="), decode_header("plain"), str(make_header(decode_header("=?iso-8859-1?b?6Q==?= x"))))
print(Header("Grüße", "utf-8").encode(), str(Header("abc")))
print(formataddr(("Ann B", "a@b.c")), formataddr(("Ann, B", "a@b.c")), parseaddr('"Ann, B" <a@b.c>'), parseaddr("a@b.c"), parseaddr("a@b.c (Ann)"))
print(getaddresses(["a@b.c, X Y <x@y.z>", "q@r.s"]))
print(formatdate(0), formatdate(86400 * 365, usegmt=True), parsedate("Thu, 01 Jan 1970 00:00:00 +0000"))
when = parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500")
print(when, format_datetime(when))
