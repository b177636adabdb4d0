# option: --deterministic
# Chance is a grant: without it, asking for it is refused and names the grant.
try:
    import os

    os.urandom(8)
    print("reached")
except (PermissionError, ImportError, AttributeError) as e:
    print("refused")  # expect: refused
