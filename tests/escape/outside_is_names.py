# The modules of processes and sockets have names to import and to patch, and nothing behind them.
import ftplib
import http.client
import http.server
import os
import select
import selectors
import signal
import smtplib
import socket
import socketserver
import ssl
import subprocess

uses = [
    lambda: subprocess.run(["true"]),
    lambda: subprocess.Popen("true", shell=True),
    lambda: subprocess.check_output("id"),
    lambda: subprocess.getoutput("id"),
    lambda: subprocess.Popen.communicate(None),
    lambda: object.__new__(subprocess.Popen).wait(),
    lambda: os.system("true"),
    lambda: os.kill(1, 9),
    lambda: socket.socket(),
    lambda: socket.create_connection(("127.0.0.1", 80)),
    lambda: object.__new__(socket.socket).connect(("127.0.0.1", 80)),
    lambda: socket.socketpair(),
    lambda: socket.fromfd(0, socket.AF_INET, socket.SOCK_STREAM),
    lambda: socket.gethostbyname("localhost"),
    lambda: socket.getaddrinfo("localhost", 80),
    lambda: select.select([0], [], [], 0),
    lambda: select.poll(),
    lambda: select.epoll(),
    lambda: selectors.DefaultSelector(),
    lambda: ssl.create_default_context().wrap_socket(None),
    lambda: ssl.create_default_context().load_verify_locations("/etc/ssl/certs"),
    lambda: ssl.get_server_certificate(("example.com", 443)),
    lambda: smtplib.SMTP("localhost"),
    lambda: ftplib.FTP("localhost"),
    lambda: socketserver.TCPServer(("", 0), None),
    lambda: http.server.HTTPServer(("", 0), None),
    lambda: http.client.HTTPConnection("localhost").request("GET", "/"),
    lambda: signal.alarm(1),
    lambda: signal.setitimer(signal.ITIMER_REAL, 0.1),
    lambda: signal.pause(),
    lambda: signal.pthread_kill(1, 9),
]
for i, use in enumerate(uses):
    try:
        print("reached", i, use())
    except PermissionError:
        pass
print(len(uses))  # expect: 31
