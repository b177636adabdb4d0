# A pickle may call what the program can call, and nothing else.
import pickle

for data in (b"cos\nsystem\n(S'id'\ntR.", b"cbuiltins\nopen\n(S'/etc/passwd'\ntR.", b"cposix\nsystem\n(S'id'\ntR.", b"csubprocess\nrun\n(S'id'\ntR.",
             b"j\xff\xff\xff\xff.", b"\x8b\xff\xff\xff\x7f.", b"X\xff\xff\xff\xff.", b"t.", b"0.", b"R.", b"b.", b"u.", b"a.", b"K\x01K\x02R.", b"}K\x01K\x02K\x03u."):
    try:
        print("loaded", pickle.loads(data))
    except Exception:
        pass
# expect-json: ""
