# Text of every width comes through.
print("é € 😀 👩‍👩‍👧 日本 \u202e \ufeff|")  # expect: é € 😀 👩‍👩‍👧 日本 ‮ ﻿|
print("😀" * 10)  # expect: 😀😀😀😀😀😀😀😀😀😀
