# outcome: raised
import io

io.FileIO("/etc/passwd", "r")
