"""socketserver: its names. Nobody can connect to this sandbox."""

import _outside

_METHODS = ("fileno finish_request get_request handle_request process_request serve_forever server_activate server_bind "
            "server_close shutdown __enter__ __exit__")
BaseServer = _outside.absent_class(_outside.NETWORK, "socketserver", "BaseServer", _METHODS)


class TCPServer(BaseServer):
    allow_reuse_address = False
    request_queue_size = 5


class UDPServer(TCPServer):
    pass


class ThreadingMixIn:
    daemon_threads = False
    block_on_close = True


class ForkingMixIn:
    pass


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class StreamRequestHandler(BaseRequestHandler):
    def setup(self):
        self.connection = self.request
        self.rfile = self.connection.makefile("rb", -1)
        self.wfile = self.connection.makefile("wb", 0)

    def finish(self):
        if not self.wfile.closed:
            self.wfile.flush()
        self.wfile.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    def setup(self):
        from io import BytesIO

        self.packet, self.socket = self.request
        self.rfile = BytesIO(self.packet)
        self.wfile = BytesIO()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
