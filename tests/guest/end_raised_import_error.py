# error: ModuleNotFoundError: No module named 'numpy': it is not available in this sandbox; use lists, 'math' and 'statistics'
# at: 3
import numpy
