# What is not there says what to use instead.
for name in ("numpy", "urllib3.exceptions", "selenium.webdriver", "lxml", "nonsense", "numpyx"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e)
# expect: No module named 'numpy': it is not available in this sandbox; use lists, 'math' and 'statistics'
# expect: No module named 'urllib3': it is not available in this sandbox; there are no sockets here; use 'requests', where the web is granted
# expect: No module named 'selenium': it is not available in this sandbox; there is no browser here; use 'requests', where the web is granted
# expect: No module named 'lxml': it is not available in this sandbox; use 'xml.etree.ElementTree' or 'html.parser'
# expect: No module named 'nonsense'
# expect: No module named 'numpyx'
