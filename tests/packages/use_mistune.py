# packages: mistune==3.0.2
import mistune

print(mistune.html("# Title\n\nSome *text* with `code` and [a link](http://x).\n\n- one\n- two\n\n> quote\n\n```py\nx = 1\n```\n"))
