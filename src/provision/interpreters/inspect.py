"""Prints what an interpreter says of itself as one line of JSON. argv: the tools' folder."""
import json
import sys
import sysconfig

sys.path.insert(0, sys.argv[1])

from importlib.machinery import EXTENSION_SUFFIXES  # noqa: E402

if sys.version_info < (3, 8):
    print(json.dumps({"version": "%d.%d.%d" % sys.version_info[:3], "tooOld": True}))
    sys.exit(0)

from packaging.markers import default_environment  # noqa: E402
from packaging.tags import sys_tags  # noqa: E402

markers = {key: str(value) for key, value in default_environment().items()}
print(
    json.dumps(
        {
            "executable": sys.executable,
            "version": markers["python_full_version"].rstrip("+"),
            "implementation": sys.implementation.name,
            "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
            "platform": sysconfig.get_platform(),
            "tags": [str(tag) for tag in sys_tags()],
            "markers": markers,
            "extensionSuffixes": sorted(EXTENSION_SUFFIXES, key=len, reverse=True),
            "origin": {
                "build": sys.version,
                "prefix": sys.base_prefix,
                "library": sysconfig.get_paths()["stdlib"],
            },
            "real": sys.base_prefix + "|" + markers["python_full_version"],
        }
    )
)
