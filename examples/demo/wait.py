import time

print("any moment now …")
time.sleep(365 * 86400)
