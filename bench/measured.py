"""Runs a program and prints, as JSON on the last line, what it and its descendants used.

`memory` is the peak of the largest single process, in MB.
"""
import ctypes
import json
import os
import resource
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
if sys.platform == "linux":
    # Whom nobody waited for is ours to wait for: else its processor time would be nobody's.
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
began = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall = time.monotonic() - began
try:
    while True:
        os.wait()
except ChildProcessError:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
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
