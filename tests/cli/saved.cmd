# Sessions that go to a file and come back.
vitrine --save warm -c $'import json\ndef f(x): return json.dumps([x])'
vitrine --load warm -c 'print(f(1))' && stat -c %a warm
vitrine --load warm --save warm -c 'n = 5' && vitrine --load warm --json -c 'n'
echo 'print(f(2))' > two.py && vitrine --load warm two.py a b && echo 'import sys; print(sys.argv, f(3))' | vitrine --load warm - c
printf 'one\nsecret\n' | vitrine --stdin --save warm -c 'input()' && echo two | vitrine --stdin --load warm -c 'print(input())'
# Nothing is saved that did not end well, and nothing is left of it.
vitrine --save warm -c 'x = 1' && vitrine --load warm --save warm -c 'x = 2; raise ValueError'; vitrine --load warm -c 'print(x)'; ls
vitrine --save new -c 'import sys; sys.exit(3)'; ls
vitrine --save new --steps 100000 -c 'while True: pass'; ls
# The key.
head -c 32 /dev/zero > key; vitrine --key-file key --save signed -c 'x = 7' && vitrine --key-file key --load signed -c 'print(x)'
head -c 32 /dev/zero > key; vitrine --key-file key --save signed -c 1; vitrine --load signed -c 1
head -c 32 /dev/zero > key; vitrine --save signed -c 1; vitrine --key-file key --load signed -c 1
head -c 32 /dev/zero > key; vitrine --key-file key --save signed -c 1; head -c 33 /dev/zero | tr '\0' x > key; vitrine --key-file key --load signed -c 1
echo short > key; vitrine --key-file key --save signed -c 'print(1)'; ls
vitrine --key-file nowhere --save signed -c 'print(1)'
# What is no saved session.
vitrine --load nowhere -c 1
echo 'print(1)' > code.py; vitrine --load code.py -c 1
vitrine --save cut -c 'x = 1'; head -c 300 cut > short; vitrine --load short -c 1
vitrine --save bad -c 'x = 1'; printf '\377' | dd of=bad bs=1 seek=300 conv=notrunc status=none; vitrine --load bad -c 1 2>&1 | sed 's/byte [0-9]*/byte <n>/'
vitrine --save other -c 1; printf 'x' | dd of=other bs=1 seek=20 conv=notrunc status=none; vitrine --load other -c 1 2>&1 | sed 's/([0-9a-f]*/(<id>/'
vitrine --save new -c 1; printf '\002' | dd of=new bs=1 seek=8 conv=notrunc status=none; vitrine --load new -c 1
vitrine --save large -c 'x = bytearray(9000000)'; vitrine --memory 4M --load large -c 1 2>&1 | sed 's/has [0-9]* bytes/has <n> bytes/'
vitrine --load . -c 1
vitrine --load warm --save /nowhere/at/all -c 'print(1)'
vitrine --save /nowhere/at/all -c 'print(1)'
vitrine --save . -c 'print(1)'
vitrine --save warm -c 'x = 1'; (ulimit -f 0; vitrine --load warm --save warm -c 'x = 2'); vitrine --load warm -c 'print(x)'; ls
vitrine --load
vitrine --save= -c 1
vitrine --lod x -c 1
