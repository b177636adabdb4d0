# packages: markdown==3.6
import markdown

print(markdown.markdown("# Title\n\nSome *text*, **bold** and `code`.\n\n1. one\n2. two\n\n    code\n"))
