import { normaliseName } from '../../packaging/requirement-name.ts';
import { INSTALLED_LINE } from '../../packaging/uv-messages/log-lines.ts';

// pip: "Successfully installed numpy-2.0.2 pandas-2.0.3".
const PIP = /Successfully installed (.+)$/;
const FREEZE = /^\s*([A-Za-z][\w.-]*(?:\[[\w,.-]+\])?)==(\d[\w.+!]*)(?:\s*[;\\].*)?$/;
const SATISFIED = /Requirement already satisfied: ([A-Za-z][\w.-]*)\S* .*\((\d[\w.+!]*)\)$/;
const POETRY = /(?:Installing|Updating) ([A-Za-z][\w.-]*) \((?:\S+ -> )?(\d[\w.+!]*)\)/;
/** The heads of `pip list`, `conda list` and `pandas.show_versions()`. */
const TABLE = /^\s*(?:Package\s+Version|# ?Name\s+Version|Name\s+Version|INSTALLED VERSIONS)\b/;
const ROW = /^\s*([A-Za-z][\w.-]*)\s+(?::\s+)?v?(\d+(?:\.\w+)*(?:[+!][\w.]+)?)(?:\s.*)?$/;
const RULE = /^[\s#─━-]*$/;
const SHOWN_NAME = /^Name: ([A-Za-z][\w.-]*)$/;
const SHOWN_VERSION = /^Version: (\d[\w.+!]*)$/;
// numpy/_core/__init__.py and numpy/core/_multiarray_umath.py.
const NUMPY_ITSELF =
  /The NumPy version is: "(\d[\w.+]*)"|and numpy version "(\d[\w.+]*)"|^NumPy (\d[\w.+]*\w) as it may crash/;
/** Of NumPy alone, where somebody writes it down: `numpy: 1.19.5`, `NumPy version 2.1.0`. */
const NOTED = /^\W*numpy(?: version)?(?:\s*[:=]\s*|\s+)v?(\d+\.\d+(?:\.\d\w*)?)$/i;
const EGG = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/]/;
const MAX = 5000;

/** Collects the versions that a log says are installed. */
export class InstalledVersions {
  readonly #versions = new Map<string, string>();
  #table = false;
  #shown = '';

  get versions(): ReadonlyMap<string, string> {
    return this.#versions;
  }

  read(line: string): void {
    if (line.includes('Successfully installed')) this.#readPip(line);
    if (TABLE.test(line)) this.#table = true;
    else if (this.#table && !RULE.test(line)) {
      const [, name, version] = ROW.exec(line) ?? [];
      this.#table = name !== undefined || line.includes(':');
      this.#set(name, version);
    }
    const [, name, version] = this.#named(line) ?? [];
    this.#set(name, version);
    const own =
      line.includes('umPy') || line.includes('numpy version') ? NUMPY_ITSELF.exec(line) : null;
    this.#set('numpy', own?.[1] ?? own?.[2] ?? own?.[3]);
    if (!this.#versions.has('numpy') && line.length < 80) this.#set('numpy', NOTED.exec(line)?.[1]);
  }

  #named(line: string): readonly string[] | null {
    if (line.includes('==')) return INSTALLED_LINE.exec(line) ?? FREEZE.exec(line);
    if (line.includes(' + ') || line.startsWith('+ ')) return INSTALLED_LINE.exec(line);
    if (line.includes('already satisfied')) return SATISFIED.exec(line);
    if (line.includes('.egg')) return EGG.exec(line);
    if (line.startsWith('Name: ')) this.#shown = SHOWN_NAME.exec(line)?.[1] ?? '';
    const shown = this.#shown && SHOWN_VERSION.exec(line)?.[1];
    if (shown) {
      const name = this.#shown;
      this.#shown = '';
      return ['', name, shown];
    }
    return line.includes('ing ') ? POETRY.exec(line) : null;
  }

  #readPip(line: string): void {
    for (const word of PIP.exec(line)?.[1]?.split(' ') ?? []) {
      const [, name, version] = /^(.+)-(\d[^-]*)$/.exec(word) ?? [];
      this.#set(name, version);
    }
  }

  #set(name: string | undefined, version: string | undefined): void {
    if (!name || !version || this.#versions.size >= MAX) return;
    const plain = name.replace(/\[.*$/, '');
    this.#versions.set(normaliseName(plain), version);
  }
}
