"""The limit: every compiled module of the distributions named, in one process, whatever fails."""
import importlib
import importlib.machinery
import importlib.metadata
import sys

suffixes = tuple(importlib.machinery.EXTENSION_SUFFIXES)


def is_library(name):
    """`libx-c128ec02.so` and scipy's `libsf_error_state.so`; not `lib.cpython-312-x86_64-linux-gnu.so`."""
    return name.startswith("lib") and name.partition(".")[2] == "so"


failed = 0
for name in sys.argv[1:]:
    for file in importlib.metadata.files(name) or ():
        # A shared library beside them is no module.
        if str(file).endswith(suffixes) and not is_library(file.name):
            try:
                importlib.import_module(".".join([*file.parent.parts, file.name.split(".")[0]]))
            except Exception:
                failed += 1
sys.exit(failed > 0)
