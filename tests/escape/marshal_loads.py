# error: ModuleNotFoundError
import marshal
