"""Writes the bytecode of the sources named on standard input, as an import would have written it.

One path a line. Prints the path of each file written, in hexadecimal. A source that does not compile
without a warning is left alone: its import has something to say.
"""
import sys
import warnings
from importlib.util import cache_from_source
from py_compile import PycInvalidationMode, compile as write_bytecode

warnings.simplefilter("error")
for line in sys.stdin:
    source = bytes.fromhex(line.strip()).decode("utf-8", "surrogateescape")
    target = cache_from_source(source)
    try:
        write_bytecode(
            source, target, doraise=True, invalidation_mode=PycInvalidationMode.TIMESTAMP
        )
    except Exception:
        continue
    print(target.encode("utf-8", "surrogateescape").hex())
