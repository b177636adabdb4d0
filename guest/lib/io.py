from _fileio import BufferedIOBase, BufferedRandom, BufferedReader, BufferedWriter, FileIO, IOBase, RawIOBase, TextIOBase, TextIOWrapper
from _fileio import UnsupportedOperation, open
from uio import BytesIO, StringIO

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
open_code = open


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding
