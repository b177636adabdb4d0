# A syntax error in text that the guest compiles is the guest's to catch.
try:
    exec("if")
except SyntaxError:
    print("caught")  # expect: caught
try:
    eval("1 +")
except SyntaxError:
    print("caught")  # expect: caught
