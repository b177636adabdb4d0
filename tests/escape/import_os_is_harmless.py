# Modules for files and processes have paths as text, and nothing that reaches the host.
import glob
import os
import pathlib
import shutil
import tempfile

bad = """system popen fork exec execv listdir ilistdir remove rename mkdir makedirs open stat lstat scandir
walk mount umount dupterm kill chdir VfsFat VfsLfs2 VfsPosix statvfs unlink rmdir sync read write"""
for name in bad.split():
    try:
        if getattr(os, name)("/") and name != "walk":
            print("reached", name)
    except (AttributeError, PermissionError, TypeError):
        pass
for function in (shutil.copy, shutil.rmtree, shutil.move, tempfile.mkdtemp, tempfile.NamedTemporaryFile, glob.glob,
                 os.path.getsize, pathlib.Path("/").iterdir, pathlib.Path("/etc/passwd").read_text, pathlib.Path("/x").mkdir):
    try:
        function("/")
        print("reached", function)
    except (PermissionError, TypeError, LookupError):
        pass
print(list(os.walk("/")), os.environ, os.getcwd(), os.path.exists("/etc/passwd"), os.getenv("HOME"), shutil.which("sh"))  # expect: [] environ({}) / False None None
