# packages: chardet==5.2.0
import chardet

print(chardet.detect("Größe und Übermut, schöne Grüße aus Köln".encode("utf-8"))["encoding"])
print(chardet.detect("Привет, как дела? Это текст на русском языке.".encode("koi8-r") if False else b"plain text")["encoding"])
