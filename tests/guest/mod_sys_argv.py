# sys.argv holds the name and the arguments of the command.
# args: one two-and-a-half --three
import sys
print(len(sys.argv), sys.argv[1:])
# expect: 4 ['one', 'two-and-a-half', '--three']
print(sys.argv[0].split("/")[-1])
# expect: mod_sys_argv.py
