# packages: idna==3.7
import idna

print(idna.encode("bücher.example"), idna.decode("xn--bcher-kva.example"), idna.encode("中国"))
try:
    idna.encode("a..b")
except idna.IDNAError as e:
    print(e)
