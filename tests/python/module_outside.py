# Modules for what a sandbox has not: their names, what needs nothing, and patches.
import multiprocessing
import selectors
import select
import signal
import smtplib
import socket
import ssl
import subprocess
from concurrent.futures import ProcessPoolExecutor
from unittest.mock import MagicMock, patch


def square(x):
    return x * x


print(subprocess.CalledProcessError(2, "ls"), "|", subprocess.CalledProcessError(-9, ["a"]))
print(subprocess.TimeoutExpired("cmd", 5), repr(subprocess.CompletedProcess(["a"], 0, stdout="x")))
print(subprocess.list2cmdline(["a b", 'c"d', "", "e\\", "f g\\"]), subprocess.PIPE, subprocess.DEVNULL)
with patch("subprocess.run") as run:
    run.return_value = subprocess.CompletedProcess(["ls"], 0, stdout="file\n")
    print(subprocess.run(["ls"], capture_output=True).stdout, run.call_args)
with patch("subprocess.Popen") as popen:
    process = popen.return_value.__enter__.return_value
    process.communicate.return_value = ("out", "")
    process.poll.return_value = 3
    process.args = ["job"]
    print(subprocess.run(["job"], stdout=subprocess.PIPE))
    try:
        subprocess.check_output(["job"])
    except subprocess.CalledProcessError as error:
        print(error.returncode, error.output, error.cmd)
try:
    subprocess.CompletedProcess("x", 1).check_returncode()
except subprocess.SubprocessError as error:
    print(type(error).__name__, error)

print(signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9).name, signal.strsignal(15), signal.getsignal(signal.SIGTERM))
print(signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", number)))
signal.raise_signal(signal.SIGUSR1)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
for wrong in (lambda: signal.signal(signal.SIGKILL, lambda *a: None), lambda: signal.signal(99, signal.SIG_DFL), lambda: signal.signal(15, "x")):
    try:
        wrong()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(signal.alarm(0), len(signal.valid_signals()))

print(socket.AF_INET, repr(socket.SOCK_STREAM), socket.htons(80), socket.ntohl(socket.htonl(5)), socket.inet_aton("10.1.2.3"))
print(socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"))
for wrong in ("1.2.3.4.5", "256.1.1.1", "x"):
    try:
        socket.inet_aton(wrong)
    except OSError as error:
        print(error)
print(issubclass(socket.gaierror, OSError), socket.error is OSError, socket.timeout is TimeoutError, socket.getdefaulttimeout())
with patch("socket.socket") as made:
    made.return_value.recv.return_value = b"pong"
    with patch("socket.gethostbyname", return_value="10.0.0.1"):
        s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        s.connect((socket.gethostbyname("host"), 80))
        s.sendall(b"ping")
        print(s.recv(4), s.sendall.call_args)
with patch.object(socket.socket, "connect", side_effect=ConnectionRefusedError("no")):
    print(socket.socket.connect.side_effect)
print(select.select([], [], [], 0), select.POLLIN, selectors.EVENT_READ | selectors.EVENT_WRITE)
context = ssl.create_default_context()
print(context.verify_mode == ssl.CERT_REQUIRED, context.check_hostname, issubclass(ssl.SSLError, OSError))
with patch("smtplib.SMTP") as smtp:
    with smtplib.SMTP("host", 25) as server:
        server.sendmail("a", ["b"], "text")
    print(smtp.call_args, smtp.return_value.__enter__.return_value.sendmail.called)
print(smtplib.SMTPAuthenticationError(535, b"no").smtp_code, isinstance(MagicMock(), object))

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(square, range(5)), pool.starmap(pow, [(2, 3), (3, 2)]), list(pool.imap(square, [7])))
        print(pool.apply(square, (3,)), pool.apply_async(square, (4,)).get(timeout=5), pool.map_async(square, [1]).get())
    q = multiprocessing.Queue()
    process = multiprocessing.Process(target=q.put, args=("from a process",), name="worker")
    process.start()
    print(q.get())
    process.join()
    print(process.exitcode, process.is_alive(), process.name, multiprocessing.current_process().name)
    counter = multiprocessing.Value("i", 5)
    with counter.get_lock():
        counter.value += 1
    shared = multiprocessing.Array("d", [1, 2])
    shared[0] = 0.5
    print(counter.value, shared[:], len(shared))
    one, two = multiprocessing.Pipe()
    one.send({"a": 1})
    print(two.poll(), two.recv())
    with ProcessPoolExecutor(max_workers=2) as executor:
        print(list(executor.map(square, [1, 2, 3])), executor.submit(square, 9).result())
