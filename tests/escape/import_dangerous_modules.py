# The modules that reach out cannot be imported, or are names only: outside_is_names.py.
names = """machine uctypes ffi usocket network tls _socket _ssl _select
_posixsubprocess _multiprocessing fcntl mmap pty termios
vfs uos posix nt imp builtins_ pyb esp rp2 bluetooth btree lwip websocket
webrepl _webrepl framebuf cryptolib ffilib jni js jsffi platform_
_ctypes ucryptolib umachine unetwork upip mip""".split()
reached = []
for name in names:
    try:
        __import__(name)
        reached.append(name)
    except ImportError:
        pass
print(reached)  # expect: []
