#!/usr/bin/env python3
"""Gives Wine's C runtime the functions creal, cimag and their like, which NumPy from 2.1 on calls
when it is imported and Wine only announces:  complex-functions.py UCRTBASE_DLL

Each is a few bytes of x86_64 code, written over the stub of the same name. A complex double comes by
its address in rcx, a complex float by its value in rcx; the result leaves in xmm0.
"""

import struct
import sys

REAL = bytes.fromhex("f20f1001c3")  # movsd xmm0, [rcx]; ret
IMAGINARY = bytes.fromhex("f20f104108c3")  # movsd xmm0, [rcx+8]; ret
CODE = {
    b"creal": REAL,
    b"creall": REAL,
    b"cimag": IMAGINARY,
    b"cimagl": IMAGINARY,
    b"crealf": bytes.fromhex("660f6ec1c3"),  # movd xmm0, ecx; ret
    b"cimagf": bytes.fromhex("48c1e920660f6ec1c3"),  # shr rcx, 32; movd xmm0, ecx; ret
}
# sub rsp, 40; lea rcx, […]: how the stub of a function that Wine lacks begins, 22 bytes long.
STUB = bytes.fromhex("4883ec28488d0d")


class Image:
    """The parts of a PE file that lead from an exported name to its code."""

    def __init__(self, data):
        self.data = data
        (header,) = struct.unpack_from("<I", data, 0x3C)
        (sections,) = struct.unpack_from("<H", data, header + 6)
        (optional,) = struct.unpack_from("<H", data, header + 20)
        table = header + 24 + optional
        self.sections = [
            struct.unpack_from("<IIII", data, table + 40 * at + 8) for at in range(sections)
        ]
        (self.directory,) = struct.unpack_from("<I", data, header + 24 + 112)

    def offset(self, address):
        for size, start, raw, at in self.sections:
            if start <= address < start + max(size, raw):
                return at + address - start
        raise ValueError(f"no section holds {address:#x}")

    def exports(self):
        """Pairs of a name and the address of its code."""
        count, functions, names, ordinals = struct.unpack_from(
            "<4I", self.data, self.offset(self.directory) + 24
        )
        for at in range(count):
            (name,) = struct.unpack_from("<I", self.data, self.offset(names) + 4 * at)
            (ordinal,) = struct.unpack_from("<H", self.data, self.offset(ordinals) + 2 * at)
            (code,) = struct.unpack_from("<I", self.data, self.offset(functions) + 4 * ordinal)
            start = self.offset(name)
            yield bytes(self.data[start : self.data.index(0, start)]), code


def main(path):
    with open(path, "rb") as file:
        data = bytearray(file.read())
    image = Image(data)
    for name, address in image.exports():
        at = image.offset(address) if name in CODE else 0
        if name in CODE and data[at : at + len(STUB)] == STUB:
            data[at : at + len(CODE[name])] = CODE[name]
    with open(path, "wb") as file:
        file.write(data)


main(*sys.argv[1:])
