// objstrunicode.c - nothing: str and bytes are both in objstr.c.
typedef int vitrine_nothing;
