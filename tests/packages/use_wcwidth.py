# packages: wcwidth==0.2.13
from wcwidth import list_versions, wcswidth, wcwidth

print(wcswidth("コンニチハ"), wcwidth("a"), wcwidth("\u0301"), wcwidth("\x07"), wcswidth("café"), wcswidth("👩‍👩‍👧"), wcswidth("♥\ufe0f"))
print(list_versions()[-1])
