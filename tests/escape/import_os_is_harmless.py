# If there is an os module at all, it has nothing that reaches the host.
try:
    import os
except ImportError:
    os = object()
bad = """system popen fork exec execv listdir ilistdir remove rename mkdir open stat getenv putenv
mount umount dupterm kill chdir getcwd environ VfsFat VfsLfs2 VfsPosix statvfs unlink rmdir sync"""
print([name for name in bad.split() if hasattr(os, name)])  # expect: []
