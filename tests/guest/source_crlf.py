# Lines may end as on Windows.
exec("a = 1\r\nif a:\r\n    print('crlf')\r\n")  # expect: crlf
exec("print('''x\r\ny''')")
# expect: x
# expect: y
