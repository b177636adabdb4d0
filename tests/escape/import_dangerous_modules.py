# None of the modules that reach out can be imported, under any name.
names = """machine uctypes ctypes ffi socket usocket network ssl tls select _thread
subprocess multiprocessing signal fcntl mmap pty termios resource
vfs uos posix nt imp marshal builtins_ pyb esp rp2 bluetooth btree lwip websocket
webrepl _webrepl framebuf cryptolib ffilib jni js jsffi platform_ code codeop ctypes.util
_ctypes ucryptolib umachine unetwork upip mip""".split()
reached = []
for name in names:
    try:
        __import__(name)
        reached.append(name)
    except ImportError:
        pass
print(reached)  # expect: []
