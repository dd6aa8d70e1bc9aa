import numpy

import my_extension

rows, columns = my_extension.get_array_dim(numpy.zeros((3, 4)))
print(f"rows: {rows}, columns: {columns}")
assert (rows, columns) == (3, 4)
assert my_extension.get_array_dim(numpy.zeros(5)) == 5
assert my_extension.get_array_dim("no array") is None
