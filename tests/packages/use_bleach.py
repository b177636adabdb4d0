# packages: bleach==4.1.0 packaging==24.1 six==1.17.0 webencodings==0.6.1
import bleach

print(bleach.clean('an <script>evil()</script> <b>example</b> <a href="javascript:x">y</a> <a href="http://e.example" onclick=z>w</a>'))
print(bleach.clean("<b>a</b><i>b</i>", tags=["b"], strip=True), bleach.linkify("see http://example.com/x, mail a@b.example"))
