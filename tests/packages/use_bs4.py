# packages: beautifulsoup4==4.15.0 soupsieve==2.6 typing_extensions==4.12.2
from bs4 import BeautifulSoup

PAGE = """<html><head><title>The Dormouse's story</title></head><body>
<p class="title"><b>The Dormouse's story</b></p>
<p class="story">Once there were <a href="http://example.com/elsie" class="sister" id="link1">Elsie</a>,
<a href="http://example.com/lacie" class="sister" id="link2">Lacie</a> &amp; others<br>and more</p>
<ul><li>1<li>2</ul></body></html>"""
soup = BeautifulSoup(PAGE, "html.parser")
print(soup.title.string, soup.p["class"], [a.get("href") for a in soup.find_all("a")], soup.find(id="link2").text)
print([e.get_text() for e in soup.select("p.story > a.sister:nth-of-type(2)")], soup.select_one("ul li").contents)
print(soup.prettify())
soup.b.replace_with("new")
soup.a["href"] = "#"
soup.find("ul").decompose()
tag = soup.new_tag("i", **{"class": "x"})
tag.string = "a < b"
soup.body.append(tag)
print(str(soup))
print(list(soup.stripped_strings), soup.find("a").find_next_sibling("a")["id"], [t.name for t in soup.find("a").parents])
