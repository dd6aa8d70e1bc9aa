"""Unpacks every binary of the wheels in a folder, and does nothing with it: what reading them costs at least."""
import pathlib
import re
import sys
import zipfile

BINARY = re.compile(r"\.(?:so|pyd|dll|dylib)$|\.so(?:\.\d+)+$", re.I)
for wheel in sorted(pathlib.Path(sys.argv[1]).glob("*.whl")):
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            if BINARY.search(member.filename):
                with archive.open(member) as stream:
                    while stream.read(1 << 20):
                        pass
