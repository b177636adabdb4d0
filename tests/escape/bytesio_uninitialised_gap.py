# The gap that a seek leaves is filled with zeros.
import io

b = io.BytesIO(b"x" * 10)
b.seek(5000)
b.write(b"end")
print(sum(b.getvalue()[10:5000]), len(b.getvalue()))  # expect: 0 5003
