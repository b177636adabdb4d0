# error: ModuleNotFoundError: no module named 'numpy'
# at: 3
import numpy
