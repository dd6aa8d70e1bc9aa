"""Runs a program and prints, as JSON on the last line, what it and its descendants used.

`memory` is the peak of the largest single process, in MB.
"""
import json
import resource
import subprocess
import sys
import time

began = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
wall = time.monotonic() - began
memory = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(
    json.dumps(
        {
            "code": code,
            "wall": wall,
            "user": used.ru_utime,
            "system": used.ru_stime,
            "memory": memory,
        }
    )
)
