# The built-ins hold nothing that reaches out.
import builtins

names = set(dir(builtins))
print(sorted(names & {"execfile", "breakpoint", "copyright",
                      "__vitrine__"}))
# expect: []
