hoard = []
while True:
    hoard.append("longer" * 1000)
