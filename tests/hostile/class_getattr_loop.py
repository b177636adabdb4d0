# limit: time=300ms
# outcome: out_of_time
class G:
    def __getattr__(self, name):
        while True:
            pass


G().x
