import numpy

import healthy

rows, columns = healthy.get_array_dim(numpy.zeros((3, 4)))
print(f"rows: {rows}, columns: {columns}")
assert (rows, columns) == (3, 4)
assert healthy.get_array_dim(numpy.zeros(5)) == 5
assert healthy.get_array_dim("no array") is None
