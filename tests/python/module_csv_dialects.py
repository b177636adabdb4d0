# Dialects that programs make, and their instances.
import csv, io
class my(csv.Dialect):
    delimiter = ";"
    escapechar = '\\'
    quotechar = "'"
    doublequote = True
    skipinitialspace = True
    lineterminator = ":::"
    quoting = csv.QUOTE_NONE
d = my()
print(d.delimiter, d.lineterminator, d.quoting, d.escapechar)
print(list(csv.reader(["a;b; c"], dialect=my)), list(csv.reader(["a;b"], my())))
class ex(csv.excel): delimiter = "|"
print(list(csv.reader(["a|b"], ex)), ex().delimiter)
o = io.StringIO(); csv.writer(o, dialect=ex, quoting=csv.QUOTE_ALL).writerow([1,"x"]); print(repr(o.getvalue()))
o = io.StringIO(); w = csv.writer(o, my); w.writerow(["a","b"]); print(repr(o.getvalue()))
csv.register_dialect("p", delimiter="|", quotechar="'"); print(csv.get_dialect("p").delimiter, list(csv.reader(["'a'|b"], "p")))
s = csv.Sniffer().sniff("a;b;c\n1;2;3\n"); print(s.delimiter, csv.Sniffer().has_header("name;age\nbob;3\nann;4\n"))
for w in (dict(delimiter="ab"), dict(delimiter=""), dict(quotechar="xx"), dict(quoting=9)):
    try: csv.reader([], **w); print("no error", w)
    except (TypeError, ValueError) as e: print(e)
