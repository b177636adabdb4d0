# packages: unidecode==1.4.0
from unidecode import unidecode, unidecode_expect_nonascii

print(unidecode("kožušček"), unidecode("30 km/h"), unidecode("\u5317\u4EB0"), unidecode("Ελληνικά"), unidecode("Привет"))
print(unidecode("„Überfluß“ – naïve café…"), unidecode("\ue000", errors="replace"), unidecode_expect_nonascii("ñ"))
