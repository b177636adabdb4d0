# packages: prettytable==3.11.0 wcwidth==0.2.13
from prettytable import PrettyTable, from_csv
import io

t = PrettyTable(["City", "Area", "Rain"])
t.add_row(["Adelaide", 1295, 600.5])
t.add_row(["Darwin", 112, 1714.7])
t.add_row(["東京", 2194, 1530.0])
t.align["City"] = "l"
t.float_format = ".2"
print(t)
t.sortby = "Area"
print(t.get_string(fields=["City", "Area"], border=False))
print(t.get_html_string())
print(t.get_json_string(), t.get_csv_string(), sep="\n")
print(from_csv(io.StringIO("a,b\n1,2\n")))
