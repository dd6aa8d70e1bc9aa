"""The limit: every compiled module of the distributions named, in one process, whatever fails."""
import importlib
import importlib.machinery
import importlib.metadata
import sys

suffixes = tuple(importlib.machinery.EXTENSION_SUFFIXES)
failed = 0
for name in sys.argv[1:]:
    for file in importlib.metadata.files(name) or ():
        # A shared library beside them is no module.
        if str(file).endswith(suffixes) and not file.name.startswith("lib"):
            try:
                importlib.import_module(".".join([*file.parent.parts, file.name.split(".")[0]]))
            except Exception:
                failed += 1
sys.exit(failed > 0)
