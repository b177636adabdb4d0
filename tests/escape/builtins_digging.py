# The built-ins hold nothing that reaches out.
import builtins

names = set(dir(builtins))
print(sorted(names & {"execfile", "help", "breakpoint", "exit", "quit", "copyright",
                      "__vitrine__"}))
# expect: []
