# Starts the worker (its path is the first argument): worker.py under a file name that importlib's own
# clean-up of tracebacks recognises, or what this Python has compiled of it so. Before 3.11 there is no -P, so this folder is taken off the path here.
import sys

if not getattr(sys.flags, "safe_path", False):
    del sys.path[0]
with open(sys.argv.pop(1), "rb") as source:
    code = source.read()
if code[:1] == b"#":
    code = compile(code, "<frozen importlib._bootstrap_external>", "exec")
else:
    code = __import__("marshal").loads(code)
exec(code, {"__name__": "__main__", "__builtins__": dict(vars(__builtins__))})
