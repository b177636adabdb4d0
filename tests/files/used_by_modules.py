# What programs read and write files with: csv, json, pickle, configparser, gzip.
import configparser
import csv
import gzip
import io
import json
import os
import pickle
import tempfile

with open("t.csv", "w", newline="") as f:
    w = csv.writer(f)
    w.writerow(["name", "text"])
    w.writerows([["Ada", "one\ntwo"], ["Grace", 'a "quote", é']])
with open("t.csv", newline="") as f:
    for row in csv.DictReader(f):
        print(row)
with open("t.json", "w") as f:
    json.dump({"a": [1, 2.5, None], "é": "ü"}, f, indent=1)
with open("t.json") as f:
    print(json.load(f))
with open("t.pickle", "wb") as f:
    pickle.dump([1, (2, "three"), {"x": b"y"}], f)
with open("t.pickle", "rb") as f:
    print(pickle.load(f))
with open("t.ini", "w") as f:
    f.write("[main]\nkey = value\n")
config = configparser.ConfigParser()
print(config.read("t.ini"), config["main"]["key"], config.read("no.ini"))
with gzip.open("t.gz", "wt") as f:
    f.write("packed " * 100)
with gzip.open("t.gz", "rt") as f:
    print(len(f.read()), os.path.getsize("t.gz") < 200)
with gzip.open("t.gz") as f:
    print(f.read(6))

with tempfile.TemporaryDirectory(dir=".") as folder:
    path = os.path.join(folder, "x")
    with open(path, "w") as f:
        f.write("temporary")
    print(os.path.isdir(folder), open(path).read())
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt", dir=".") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name))
fd, path = tempfile.mkstemp(dir=".")
with os.fdopen(fd, "w") as f:
    f.write("by number")
print(open(path).read())
os.remove(path)
with tempfile.TemporaryFile(dir=".") as f:
    f.write(b"bytes")
    f.seek(1)
    print(f.read())
wrapped = io.TextIOWrapper(io.BytesIO("é1\né2".encode()), encoding="utf-8")
print(list(wrapped))
raw = io.BytesIO()
wrapped = io.TextIOWrapper(raw, encoding="utf-16-le", newline="\r\n")
wrapped.write("a\nb")
wrapped.flush()
print(raw.getvalue())
print(io.BufferedReader(io.BytesIO(b"a\nb\n")).readlines())
for path in ("t.gz", "t.pickle"):
    os.remove(path)  # other bytes each time
