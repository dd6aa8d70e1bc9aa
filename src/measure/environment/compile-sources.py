"""Writes bytecode beside sources of an environment, as an import would have written it.

Nothing of the environment is imported: its sources alone decide what the bytecode holds. Input, a line
each, values in hexadecimal: `below FOLDER`, what may be compiled; `root FILE`, compiled with whatever it
imports, as far as its text tells; `source FILE`, compiled alone; `kept RECORD PACK NEW`, bytecode of a
distribution's sources from an earlier run, and where to write what became known of them (PACK may be
missing). Prints, in hexadecimal, the path of each file written. A source that does not compile without a
warning is left alone: its import has something to say.
"""
import hashlib
import importlib._bootstrap_external as external
import marshal
import os
import sys
import warnings

warnings.simplefilter("error")
# Line beginnings that say what is imported, and where a block begins.
STATEMENTS = ("from ", "import ", "def ", "async ", "class ", "if ", "else", "elif ", "try", "except", "with ")
LATER = ("def ", "async ")
IDENTITY = "%s %r" % (sys.version, external.MAGIC_NUMBER)


class Pack:
    """Of one distribution's sources: path -> (hash of the source, code, what it imports)."""

    def __init__(self, record, known, new):
        self.base = os.path.dirname(os.path.dirname(record))
        self.new = new
        self.changed = False
        self.codes = {}
        try:
            with open(known, "rb") as file:
                identity, codes = marshal.loads(file.read())
            if identity == IDENTITY:
                self.codes = codes
        except (OSError, EOFError, ValueError, TypeError):
            pass
        self.sources = set()
        try:
            with open(record, encoding="utf-8") as file:
                names = [line.partition(",")[0] for line in file]
        except (OSError, ValueError):
            names = []
        for name in names:
            if name.endswith(".py") and ".." not in name:
                self.sources.add(os.path.join(self.base, *name.split("/")))

    def name_of(self, source):
        return os.path.relpath(source, self.base)

    def close(self):
        if self.changed:
            with open(self.new, "wb") as file:
                file.write(marshal.dumps((IDENTITY, self.codes)))


def read(source, pack):
    """The code, in bytes, and what it imports. No code where the import is to say something."""
    with open(source, "rb") as file:
        stats = os.fstat(file.fileno())
        data = file.read()
    digest = hashlib.sha256(data).digest()
    name = None if pack is None else pack.name_of(source)
    if pack is not None:
        known = pack.codes.get(name)
        if known is not None and known[0] == digest:
            return stats, known[1], known[2]
    imported = imports(data.decode("utf-8", "replace"))
    try:
        # Importing puts the real path in the place of this one.
        code = marshal.dumps(compile(data, source, "exec", dont_inherit=True))
    except Exception:
        return stats, None, imported
    if pack is not None:
        pack.codes[name] = (digest, code, imported)
        pack.changed = True
    return stats, code, imported


def write(source, stats, code):
    target = external.cache_from_source(source)
    if code is None or os.path.lexists(target):
        return
    head = external.MAGIC_NUMBER + bytes(4)
    for number in (int(stats.st_mtime), stats.st_size):
        head += (number & 0xFFFFFFFF).to_bytes(4, "little")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    external._write_atomic(target, head + code, stats.st_mode & 0o666 | 0o200)
    print(target.encode("utf-8", "surrogateescape").hex())


def imports(text):
    """(number of leading dots, dotted name, names taken from it) of what the text imports at once.

    A guess: what it misses is compiled by its import, what it adds is compiled for nothing.
    """
    found = set()
    skipped = opened = None
    for line in text.split("\n"):
        if opened is not None:
            opened += line.partition("#")[0] + " "
            if ")" not in line:
                continue
            words, opened = opened.replace("(", " ").replace(")", " "), None
        else:
            words = line.lstrip()
            if not words.startswith(STATEMENTS):
                continue
            depth = len(line) - len(words)
            if skipped is not None and depth > skipped:
                continue
            later = words.startswith(LATER) or (words[:3] == "if " and "TYPE_CHECKING" in words)
            skipped = depth if later else None
            words = words.partition("#")[0]
            if words.startswith("from ") and "(" in words and ")" not in words:
                opened = words + " "
                continue
            words = words.replace("(", " ").replace(")", " ")
        if words.startswith("from "):
            base, keyword, names = words[5:].partition(" import ")
            base = base.strip()
            if keyword:
                name = base.lstrip(".")
                taken = tuple([part.split()[0] for part in names.split(",") if part.split()])
                found.add((len(base) - len(name), name, taken))
        elif words.startswith("import "):
            for part in words[7:].split(","):
                if part.split():
                    found.add((0, part.split()[0], ()))
    return tuple(sorted(found))


known_files = {}


def files_of(folder, name):
    """The files that importing a dotted name below a folder runs."""
    files = known_files.get((folder, name))
    if files is None:
        known_files[folder, name] = files = []
        at = folder
        for part in name.split("."):
            at += os.sep + part
            if os.path.isfile(at + os.sep + "__init__.py"):
                files.append(at + os.sep + "__init__.py")
                continue
            if os.path.isfile(at + ".py"):
                files.append(at + ".py")
            break
    return files


def reached(source, imported, below):
    files = set()
    for dots, name, taken in imported:
        folder = source
        for _ in range(dots):
            folder = os.path.dirname(folder)
        for one in [folder] if dots else below:
            if name:
                files.update(files_of(one, name))
            for part in taken:
                files.update(files_of(one, name + "." + part if name else part))
    return files


def main():
    below, roots, alone, packs = [], [], [], []
    for line in sys.stdin:
        key, *values = line.split()
        values = [bytes.fromhex(value).decode("utf-8", "surrogateescape") for value in values]
        if key == "kept":
            packs.append(Pack(*values))
        else:
            {"below": below, "root": roots, "source": alone}[key].append(values[0])
    owners = {source: pack for pack in packs for source in pack.sources}
    pending = list(dict.fromkeys(roots + alone))
    seen = set(pending)
    lone = set(alone) - set(roots)
    while pending:
        source = pending.pop()
        try:
            stats, code, imported = read(source, owners.get(source))
        except OSError:
            continue
        write(source, stats, code)
        if source not in lone:
            new = reached(source, imported, below) - seen
            seen |= new
            pending += new
    for pack in packs:
        # What an earlier run learned of imports that no text tells.
        for name in list(pack.codes) if roots else ():
            source = os.path.join(pack.base, name)
            if source in pack.sources and source not in seen:
                try:
                    stats, code, _ = read(source, pack)
                except OSError:
                    continue
                write(source, stats, code)
        pack.close()


main()
