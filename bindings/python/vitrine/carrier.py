"""Carries one request of the grant Web, over http.client and ssl.

Called by the door, which is C and has found the request in a grant, and which reads the
answer. Each address that a name stands for is shown to it, and the connection is made to
that address: a name that changes its mind gains nothing. No proxy, no cookies, no
settings of the host's user; one connection for each request.
"""

from __future__ import annotations

import errno
import http.client
import io
import os
import select
import socket
import ssl
import threading
import zlib

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Address = tuple[int, int, int, str, Any]

# As plugins/web.h counts them.
FINE, LATE, LARGE, HEADER, REFUSED, NO_HOST, NO_MEMORY, FAILED = range(8)

_GLANCE = 0.02  # seconds between two looks at whether the run was cancelled
_PIECE = 65536
_LOOKUPS = 32  # of names, at a time
_BESIDES = 1 << 20  # bytes that are no body, between two pieces: headers, chunks' sizes, trailers
_LAYERS = 5  # of packing, one in the other
_WAITING = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EINPROGRESS, errno.EINTR}


_lookups = threading.Semaphore(_LOOKUPS)


def _forget() -> None:
    """In the child of a fork, which has none of the threads."""
    global _lookups
    _lookups = threading.Semaphore(_LOOKUPS)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


class _Failure(Exception):
    def __init__(self, kind: int, why: str = "") -> None:
        super().__init__(kind, why)
        self.kind = kind
        self.why = why


class _Wire(io.RawIOBase):
    """A connection that never waits longer than the request may take; http.client reads
    from it and writes to it."""

    def __init__(self, request: object, plain: socket.socket) -> None:
        self._request = request
        self._socket = plain
        self.besides = 0  # bytes that came since this was 0
        self._buffered = io.BufferedReader(self, _PIECE)

    def wait(self, write: bool) -> None:
        """Until the socket is ready, or for a glance."""
        left = _core.request_left(self._request)
        if left == 0:
            raise _Failure(LATE)
        if hasattr(select, "poll"):
            poll = select.poll()
            poll.register(self._socket, select.POLLOUT if write else select.POLLIN)
            poll.poll(min(left, _GLANCE) * 1000 + 1)
        else:
            ours = [self._socket]
            select.select([] if write else ours, ours if write else [], [], min(left, _GLANCE))

    def secure(self, host: str, ca_file: str | None) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if ca_file is None:
            context.load_default_certs()
        else:
            context.load_verify_locations(ca_file)
        self._socket = context.wrap_socket(
            self._socket, server_hostname=host, do_handshake_on_connect=False
        )
        self._try(False, self._socket.do_handshake)

    def _try(self, write: bool, act: Any, *args: Any) -> Any:
        """Does it once the socket is ready; TLS may have to read to write, and the reverse."""
        while True:
            try:
                return act(*args)
            except ssl.SSLWantReadError:
                write = False
            except ssl.SSLWantWriteError:
                write = True
            except BlockingIOError:
                pass
            self.wait(write)

    def sendall(self, data: Any) -> None:
        view = memoryview(data)
        while view:
            view = view[self._try(True, self._socket.send, view[:_PIECE]) :]

    def readinto(self, buffer: Any) -> int:
        if _core.request_left(self._request) == 0:  # a server that never lets it wait
            raise _Failure(LATE)
        try:
            got = int(self._try(False, self._socket.recv_into, buffer))
        except ssl.SSLEOFError:
            return 0
        self.besides += got
        if self.besides > _BESIDES:
            raise _Failure(HEADER)
        return got

    def readable(self) -> bool:
        return True

    def makefile(self, mode: str) -> Any:
        """The same for all answers on the way to the last."""
        return self._buffered

    def close(self) -> None:
        self._socket.close()
        super().close()


def _resolve(request: object, host: str, port: int) -> list[Address]:
    """What the system says, on a thread of its own: it cannot be hurried. Those that nobody
    waits for any more are few, whatever a guest asks for."""
    found: list[Address] = []
    over, lookups = threading.Event(), _lookups

    def look() -> None:
        try:
            found.extend(socket.getaddrinfo(host.encode(), port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError):
            pass
        lookups.release()
        over.set()

    try:
        thread = threading.Thread(target=look, daemon=True)
    except RuntimeError:  # a sub-interpreter, which has no daemons
        thread = threading.Thread(target=look)
    while not lookups.acquire(timeout=_GLANCE):
        if _core.request_left(request) == 0:
            raise _Failure(LATE)
    try:
        thread.start()
    except BaseException:
        lookups.release()
        raise
    while not over.wait(_GLANCE):
        if _core.request_left(request) == 0:
            raise _Failure(LATE)
    if not found:
        raise _Failure(NO_HOST)
    return found


def _connect(request: object, host: str, port: int) -> _Wire:
    why, refused = "", False
    for family, kind, protocol, _, address in _resolve(request, host, port):
        if family not in (socket.AF_INET, socket.AF_INET6):
            continue
        packed = socket.inet_pton(family, address[0].partition("%")[0])
        if not _core.request_may_connect(request, packed):
            refused = True
            continue
        plain = socket.socket(family, kind, protocol)
        wire = _Wire(request, plain)
        try:
            plain.setblocking(False)
            code = plain.connect_ex(address)
            while code in _WAITING:
                wire.wait(True)
                try:
                    plain.getpeername()
                    code = 0
                except OSError:
                    code = plain.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) or errno.EINPROGRESS
            if code == 0:
                plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return wire
            why = errno.errorcode.get(code, "failed")
        except BaseException:
            wire.close()
            raise
        wire.close()
    raise _Failure(REFUSED) if refused else _Failure(FAILED, f"the connection failed ({why})")


def _send(
    wire: _Wire, where: str, method: str, target: str,
    headers: list[tuple[bytes, bytes]], body: bytes | None,
) -> None:  # fmt: skip
    connection = http.client.HTTPConnection("vitrine")  # only to write a request
    connection.sock = wire
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    named = {name.lower() for name, _ in headers}
    connection.putheader("Host", where)
    if b"user-agent" not in named:
        connection.putheader("User-Agent", f"vitrine/{_core.version}")
    if b"accept" not in named:
        connection.putheader("Accept", "*/*")
    connection.putheader("Accept-Encoding", "gzip, deflate")
    for name, value in headers:
        connection.putheader(name.decode("latin-1"), value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body or None)


class _Answer(http.client.HTTPResponse):
    """The last answer, behind those on the way to it."""

    def __init__(self, request: object, wire: _Wire, method: str) -> None:
        super().__init__(wire, method=method)  # type: ignore[arg-type]
        try:
            self.begin()
            self._tell(request)
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """What it reads from is the wire's, and not closed with it."""
        self.fp = None  # type: ignore[assignment]

    def _tell(self, request: object) -> None:
        lines = [f"HTTP/1.1 {self.status} {self.reason}".encode("latin-1", "replace")]
        for name, value in self.headers.items():
            folded = " ".join(str(value).split("\n")).replace("\r", "")
            lines.append(f"{name}: {folded}".encode("latin-1", "replace"))
        for line in lines:
            if not _core.request_header(request, line + b"\r\n"):
                raise _Failure(HEADER)


def _receive(request: object, wire: _Wire, method: str) -> int:
    try:
        answer = _Answer(request, wire, method)
        while 100 <= answer.status < 200:
            answer.release()
            answer = _Answer(request, wire, method)
    except http.client.LineTooLong:
        raise _Failure(HEADER) from None
    except http.client.HTTPException as error:
        if str(error).startswith("got more than"):  # headers
            raise _Failure(HEADER) from None
        raise
    try:
        _receive_body(request, answer, wire, method)
    finally:
        answer.release()
    return answer.status


def _receive_body(request: object, answer: _Answer, wire: _Wire, method: str) -> None:
    packing = [
        word.strip().lower()
        for word in ",".join(answer.headers.get_all("Content-Encoding", [])).split(",")
        if word.strip().lower() not in ("", "identity")
    ]
    if method == "HEAD" or len(packing) > _LAYERS:
        packing = []
    take = _Body(request, packing)
    while True:
        piece = answer.read(_PIECE)
        if not piece:
            break
        take.feed(piece)
        wire.besides = 0
    if answer.length:
        raise _Failure(FAILED, "the answer ends too early")
    take.end()


class _Body:
    """Unpacks what comes, as it comes: no layer holds more than a piece of the next."""

    def __init__(self, request: object, packing: list[str]) -> None:
        self._request = request
        self._layers: list[Any] = [None] * len(packing)
        for kind in packing:
            if kind not in ("gzip", "x-gzip", "deflate"):
                raise _Failure(FAILED, f"the answer is packed with {kind[:20]!r}")

    def feed(self, data: bytes, depth: int | None = None) -> None:
        depth = len(self._layers) - 1 if depth is None else depth
        if depth < 0:
            if not _core.request_body(self._request, data):
                raise _Failure(LARGE)
            return
        full = False
        while data or full:
            if _core.request_left(self._request) == 0:
                raise _Failure(LATE)
            layer = self._layers[depth]
            if layer is None or layer.eof:
                layer = self._layers[depth] = _unpacker(data)
            piece = layer.decompress(data, _PIECE)
            self.feed(piece, depth - 1)
            data = layer.unused_data if layer.eof else layer.unconsumed_tail
            full = len(piece) == _PIECE and not layer.eof

    def end(self) -> None:
        if any(layer is not None and not layer.eof for layer in self._layers):
            raise _Failure(FAILED, "the answer ends too early")


def _unpacker(data: bytes) -> Any:
    """gzip, zlib, or deflate without a head, which some servers send by that name."""
    head = data[0] & 15 == 8 and (len(data) < 2 or (data[0] << 8 | data[1]) % 31 == 0)
    return zlib.decompressobj(47 if head or data[0] == 0x1F else -15)


def carry(
    request: object, tls: bool, host: str, port: int, method: str, target: str,
    headers: list[tuple[bytes, bytes]], body: bytes | None, ca_file: str | None,
) -> tuple[int, int, str]:  # fmt: skip
    """How it failed, the status, and why, in words for the guest."""
    name = host.strip("[]")
    where = host if port == (443 if tls else 80) else f"{host}:{port}"
    try:
        wire = _connect(request, name, port)
        try:
            if tls:
                wire.secure(name, ca_file)
            _send(wire, where, method, target, headers, body)
            return FINE, _receive(request, wire, method), ""
        finally:
            wire.close()
    except _Failure as failure:
        return failure.kind, 0, failure.why
    except MemoryError:
        return NO_MEMORY, 0, ""
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or "failed"
        return FAILED, 0, f"SSL: {why}"
    except OSError as error:
        return FAILED, 0, f"the connection failed ({errno.errorcode.get(error.errno or 0, 'ended')})"
    except RuntimeError:  # there are too many threads in the system
        return FAILED, 0, "the host has no thread for it"
    except (http.client.HTTPException, zlib.error, ValueError):
        return FAILED, 0, "the answer is no HTTP"
