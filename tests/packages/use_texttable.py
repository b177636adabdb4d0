# packages: texttable==1.7.0
from texttable import Texttable

t = Texttable()
t.set_cols_align(["l", "r", "c"])
t.set_cols_valign(["t", "m", "b"])
t.add_rows([["Name", "Age", "Nickname"], ["Mr\nXavier\nHuon", 32, "Xav'"], ["Mme Louise Bourgeau", 28.5, "Lou\n\nLoue"]])
print(t.draw())
t = Texttable(max_width=30)
t.set_deco(Texttable.HEADER)
t.set_cols_dtype(["t", "f", "e", "i", "a"])
t.add_rows([["text", "float", "exp", "int", "auto"], ["abcd", 67, 654, 89, 128.001], ["efgh", 67.5434, 0.654, 89.6, 12800000000000000000000.00023]])
print(t.draw())
