"""http.server: its names. Nobody can connect to this sandbox."""

from http import HTTPStatus
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn


class HTTPServer(TCPServer):
    allow_reuse_address = True


class ThreadingHTTPServer(ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(StreamRequestHandler):
    server_version = "BaseHTTP/0.6"
    protocol_version = default_request_version = "HTTP/1.0"
    error_content_type = "text/html;charset=utf-8"
    responses = {status: (status.phrase, "") for status in HTTPStatus}

    def handle(self):
        self.close_connection = True
        self.raw_requestline = self.rfile.readline(65537)
        if self.raw_requestline and self.parse_request():
            name = "do_" + self.command
            if not hasattr(self, name):
                return self.send_error(HTTPStatus.NOT_IMPLEMENTED, "Unsupported method (%r)" % self.command)
            getattr(self, name)()
            self.wfile.flush()

    def parse_request(self):
        from email import message_from_string

        self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        words = self.requestline.split()
        self.command = self.path = None
        self.request_version = self.default_request_version
        if len(words) not in (2, 3) or len(words) == 3 and not words[2].startswith("HTTP/"):
            self.send_error(HTTPStatus.BAD_REQUEST, "Bad request syntax (%r)" % self.requestline)
            return False
        self.command, self.path = words[:2]
        self.request_version = words[2] if len(words) == 3 else "HTTP/0.9"
        lines = []
        while True:
            line = str(self.rfile.readline(65537), "iso-8859-1")
            if not line.strip():
                break
            lines.append(line)
        self.headers = message_from_string("".join(lines))
        return True

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)

    def send_response_only(self, code, message=None):
        if message is None:
            message = self.responses.get(code, ("",))[0]
        self._headers_buffer = getattr(self, "_headers_buffer", [])
        if self.request_version != "HTTP/0.9":
            self._headers_buffer.append(("%s %d %s\r\n" % (self.protocol_version, code, message)).encode("latin-1"))

    def send_header(self, keyword, value):
        self._headers_buffer = getattr(self, "_headers_buffer", [])
        self._headers_buffer.append(("%s: %s\r\n" % (keyword, value)).encode("latin-1"))

    def end_headers(self):
        self._headers_buffer.append(b"\r\n")
        self.flush_headers()

    def flush_headers(self):
        self.wfile.write(b"".join(getattr(self, "_headers_buffer", [])))
        self._headers_buffer = []

    def send_error(self, code, message=None, explain=None):
        from html import escape

        short, long = self.responses.get(code, ("???", ""))
        message = message or short
        body = ("<!DOCTYPE HTML>\n<title>Error response</title>\n<h1>Error response</h1>\n<p>Error code: %d</p>\n<p>Message: %s.</p>\n<p>%s</p>\n" % (
            code, escape(message, quote=False), escape(explain or long, quote=False))).encode("utf-8", "replace")
        self.send_response(code, message)
        self.send_header("Connection", "close")
        self.send_header("Content-Type", self.error_content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code="-", size="-"):
        self.log_message('"%s" %s %s', self.requestline, str(int(code)) if code != "-" else code, str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        import sys

        sys.stderr.write("%s - - %s\n" % (self.address_string(), format % args))

    def address_string(self):
        return self.client_address[0]

    def version_string(self):
        return self.server_version


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    extensions_map = {".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2", ".xz": "application/x-xz"}
