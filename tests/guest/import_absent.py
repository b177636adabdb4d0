# What is not there says what to use instead.
for name in ("numpy", "requests.exceptions", "subprocess", "nonsense", "numpyx"):
    try:
        __import__(name)
    except ModuleNotFoundError as e:
        print(e)
# expect: No module named 'numpy': it is not available in this sandbox; use lists, 'math' and 'statistics'
# expect: No module named 'requests': it is not available in this sandbox; there is no network here; the host can grant functions that fetch
# expect: No module named 'subprocess': it is not available in this sandbox; there are no processes here
# expect: No module named 'nonsense'
# expect: No module named 'numpyx'
