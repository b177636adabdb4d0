# What a program knows about itself.
import sys
print(__name__, type(sys).__name__, sys.__name__)  # expect: __main__ module sys
if __name__ == "__main__":
    print("main")
# expect: main
