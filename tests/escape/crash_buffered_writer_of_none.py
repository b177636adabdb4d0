# outcome: any
import io

io.BufferedWriter(None, 1).write(b"foo")
