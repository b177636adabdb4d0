# packages: num2words==0.5.14
from num2words import num2words

print(num2words(1234567), num2words(42, to="ordinal"), num2words(1999, to="year"), num2words(3.14), num2words(-5))
for lang in ("de", "fr", "es", "ru", "it", "pl", "nl", "ja", "tr"):
    print(lang, num2words(2345, lang=lang), num2words(12, lang=lang, to="ordinal"))
print(num2words("12.50", to="currency", currency="EUR"), num2words(21, to="ordinal_num"))
