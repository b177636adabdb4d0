# Writing far beyond the end fills what lies between.
# outcome: out_of_memory | raised
import io

b = io.BytesIO()
b.seek(2**30)
b.write(b"x")
