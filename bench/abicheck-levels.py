"""Asks abicheck of each binary of the wheels in a folder how it uses NumPy's C-API; a JSON object on stdout."""
import json
import pathlib
import re
import sys
import tempfile
import zipfile

from abicheck.numpy_capi import extract_numpy_capi_surface

BINARY = re.compile(r"\.(?:so|pyd|dll|dylib)$|\.so(?:\.\d+)+$", re.I)
found = {}
with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder) / "binary.so"
    for wheel in sorted(pathlib.Path(sys.argv[1]).glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for member in archive.infolist():
                if not BINARY.search(member.filename):
                    continue
                place.write_bytes(archive.read(member))
                try:
                    surface = extract_numpy_capi_surface(place)
                except Exception as error:
                    surface = None
                    found.setdefault("errors", []).append(f"{wheel.name} {member.filename}: {error}")
                if surface is not None:
                    found[f"{wheel.name} {member.filename}"] = vars(surface)
json.dump(found, open(sys.argv[2], "w"), default=str, indent=1)
