# The host failed: 126, with what and why.
vitrine nowhere.py
vitrine .
vitrine ''
vitrine /dev/null/script.py
ln -s loop loop; vitrine loop
vitrine $'caf\xe9.py'
printf 'x = 1\ny = "\xff"\n' > latin1.py; vitrine latin1.py
vitrine -c $'print("\xc3")'
printf 'print(1)\n\0' > nul.py; vitrine nul.py
printf 'x = "\xed\xa0\x80"' | vitrine
printf '\xef\xbb\xbfprint("a byte order mark is no matter")\n' > bom.py; vitrine bom.py
printf 'if True:\r\n    print("nor are these line breaks")\r\n' > crlf.py; vitrine crlf.py
printf '#!/usr/bin/env vitrine\nprint("run by name")\n' > script; chmod +x script; ./script
printf 'print("no line break at the end")' > end.py; vitrine end.py
vitrine --source 4K /dev/zero
vitrine -c 'print("full")' > /dev/full
vitrine -c $'print("full")\nwhile True: pass' > /dev/full
vitrine -c 'print("closed")' >&-
vitrine -c 'import sys; sys.stderr.write("unseen")' 2>&-
vitrine - <&-
