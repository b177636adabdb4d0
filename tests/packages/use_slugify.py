# packages: python-slugify==9.2.0 text-unidecode==1.3
from slugify import slugify

print(slugify("This is a test ---"), slugify("影師嗎"), slugify("C'est déjà l'été."), slugify("Компьютер"))
print(slugify("jaja---lol-méméméoo--a", max_length=15, word_boundary=True), slugify("a &amp; b &#381;"), slugify("10 | 20 %", replacements=[["|", "or"], ["%", "percent"]]))
print(slugify("the quick brown fox", stopwords=["the"], separator="_"), slugify("ÜBER", lowercase=False), slugify("i love 🦄", allow_unicode=True))
