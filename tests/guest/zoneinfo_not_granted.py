from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

try:
    ZoneInfo("Europe/Berlin")
except ZoneInfoNotFoundError as e:
    print(e.args[0][:43])  # expect: No time zone found with key Europe/Berlin: 
    print("grant: files:path=/usr/share/zoneinfo" in e.args[0])  # expect: True
print(ZoneInfo("UTC"))  # expect: UTC
