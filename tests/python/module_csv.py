# Reading and writing CSV.
import csv
import io


def read(text, **options):
    try:
        return list(csv.reader(io.StringIO(text), **options))
    except Exception as e:
        return type(e).__name__, str(e)


for text in ("a,b,c\n1,2,3\n", "a,b\r\n1,2\r\n", "", "\n", "a\n\nb\n", '"a,b",c\n', '"a ""quoted"" b",c', '"multi\nline",x\ny,z', "a,,c\n,,\n", ' a, "b" ,c', "a\tb\tc", 'x"y,z', '"a"b,c', '"open', "é,ü\n", ",", '""', '"",""', "a,b,\n"):
    print(repr(text), read(text))
print(read("a;b;'c;d'", delimiter=";", quotechar="'"), read("a, b, \"c, d\"", skipinitialspace=True), read("a\tb", dialect="excel-tab"), read("a\\,b,c", escapechar="\\"), read('"a\\"b",c', escapechar="\\", doublequote=False))
print(read('1,"2"\n3,"4"', quoting=csv.QUOTE_NONNUMERIC), read('"a",b', quoting=csv.QUOTE_NONE), read('"a"b', strict=True), read('"open', strict=True), list(csv.reader(["a,b", "c,d"])))
print(read("a,b", delimiter="ab"), read("a", dialect="nothing"), read("a", nonsense=1))
r = csv.reader(io.StringIO('a\n"b\nc"\nd'))
print([(row, r.line_num) for row in r])

ROWS = [["a", "b"], [1, 2.5], ["x,y", 'q"q'], ["line\nbreak", ""], [None, True], ["é", " pad "], [""], []]
for options in ({}, {"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"lineterminator": "\n"}, {"quotechar": "'"}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"escapechar": "\\", "doublequote": False}):
    out = io.StringIO()
    csv.writer(out, **options).writerows(ROWS)
    print(options, repr(out.getvalue()))
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_NONE, escapechar="\\")
w.writerow(["a,b", "c"])
try:
    csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"])
except csv.Error as e:
    print(e)
print(repr(out.getvalue()))
print([dict(row) for row in csv.DictReader(io.StringIO("name,age\nAnn,30\nBob\nCid,4,5,6\n\nDan,1"), restval="?")], csv.DictReader(io.StringIO("a,b\n")).fieldnames, list(csv.DictReader(["1,2"], fieldnames=["x", "y"])))
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["name", "age"], lineterminator="\n")
w.writeheader()
w.writerow({"name": "Ann", "age": 3})
w.writerows([{"name": "B,b"}, {"age": 1, "name": None}])
try:
    w.writerow({"name": 1, "other": 2})
except ValueError as e:
    print(e)
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "b": 2})
print(repr(out.getvalue()))
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(read('a|"b|c"', dialect="pipes"), sorted(csv.list_dialects()), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")


class Semi(csv.Dialect):
    delimiter = ";"
    quotechar = '"'
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


print(read("a;b", dialect=Semi), csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.field_size_limit())
