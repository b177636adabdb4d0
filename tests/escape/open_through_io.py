# outcome: raised
import io

io.open("/etc/passwd")
