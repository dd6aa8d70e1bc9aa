# Starts worker.py (its path is the first argument) under a file name that importlib's own clean-up
# of tracebacks recognises. Before 3.11 there is no -P, so this folder is taken off the path here.
import sys

if not getattr(sys.flags, "safe_path", False):
    del sys.path[0]
with open(sys.argv.pop(1), encoding="utf-8") as source:
    code = compile(source.read(), "<frozen importlib._bootstrap_external>", "exec")
exec(code, {"__name__": "__main__", "__builtins__": dict(vars(__builtins__))})
