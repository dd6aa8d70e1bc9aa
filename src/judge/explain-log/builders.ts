import { normaliseName } from '../../packaging/requirement-name.ts';
import type { LogLine } from '../read-log/log-line.ts';

/** A package that an installer builds from its sources. */
export interface Built {
  /** Its distribution, normalised. */
  readonly name: string;
  readonly version: string | null;
  /** Of the user's own tree, or fetched from an index; null when the log does not say. */
  readonly own: boolean | null;
}

/** No other line is looked at closer. */
const HINT =
  /uil[dt]|ownload|cached|nstall|roject (?:name|version): |reated wheel|pip-|Processing |fetch wheel/;
const NAME = String.raw`([A-Za-z](?:[\w.-]*\w)?)`;
const VERSION = String.raw`(\d[\w.+!]*\w|\d)`;
/** What stands above a build's output: pip, its folders, uv of today and of 2024, poetry, meson. */
const BEFORE: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:Downloading|Using cached) (?:\S*/)?${NAME}-${VERSION}\.(?:tar\.gz|zip)\b`,
  ),
  new RegExp(
    String.raw`Building (?:wheel|editable) for ${NAME} \([\w. ]+\)(?:: started| did not run|\.\.\.)`,
  ),
  new RegExp(String.raw`[\\/]pip-(?:install|wheel)-\w+[\\/]${NAME}_[0-9a-f]{32}\b`),
  new RegExp(
    String.raw`Failed to (?:download and )?(?:build|fetch wheel):? \x60?${NAME}==${VERSION}`,
  ),
  new RegExp(String.raw`Failed to (?:download and )?build \x60${NAME} @ (?:file:|\.)`),
  new RegExp(String.raw`- Installing ${NAME} \(${VERSION}\): Failed`),
  /(?:^|\s)Project name: (\S+)$/,
];
const OF_AN_INDEX = /(?:Downloading|Using cached) |==\d|- Installing /;
const OF_A_TREE = / @ (?:file:|\.)/;
/** What stands below it. */
const AFTER: readonly RegExp[] = [
  new RegExp(
    String.raw`Failed to build installable wheels for some pyproject\.toml based projects \(${NAME}`,
  ),
  new RegExp(
    `(?:Failed building (?:wheel|editable) for|Could not build wheels for|Failed to build) (?!installable wheels|one or more wheels)${NAME}(?:$|,| )`,
  ),
  new RegExp(String.raw`not a problem with poetry but with ${NAME} \(${VERSION}\)`),
];
const LOCAL = /^\s*Processing (?:\.|\/|[A-Za-z]:[\\/]|file:)|pip-req-build-/;
/** A build or an installation that went well: what follows belongs to another one. */
const WENT_WELL = /Successfully (?:built|installed)|Created wheel for |^Installed \d+ package/;
/** A step of a build that failed, whoever's it is. */
const STOPPED =
  /subprocess-exited-with-error|metadata-generation-failed|did not run successfully|ninja: build stopped|BackendUnavailable|^ERROR: Exception:|[Bb]uild backend (?:returned an error|failed)|Failed to fetch wheel/;
/** A compiler's or a linker's error in NumPy's own sources, as its own build names them. */
const IN_NUMPY =
  /(?:^|\s)(?:\.\.\/)?numpy\/(?:_?core|random|linalg|fft)\/(?!include\/)\S+\.(?:c|cpp|src|h):\d+(?::\d+)?: (?:fatal )?error\b|^\s*FAILED: (?:\[code=\d+\] )?numpy\/(?:_?core|random|linalg|fft)\/|numpy\/_?core\/meson\.build:\d+:\d+: ERROR: /;
const MOST = 400;
/** So many lines a build's output may have. */
const FAR = 5000;

interface Event {
  readonly name: string;
  readonly where: 'before' | 'after' | 'end';
  readonly from: number;
  /** The last line in a row that says the same. */
  readonly to: number;
}

/** Remembers whose build the lines of a log belong to. */
export class Builders {
  readonly #events: Event[] = [];
  readonly #versions = new Map<string, string>();
  readonly #fetched = new Set<string>();
  readonly #own = new Set<string>();
  #local = false;
  #stopped: LogLine | undefined;
  /** Where NumPy's sources are first spoken of. */
  #numpys: LogLine | undefined;

  read(line: LogLine): void {
    const { text } = line;
    if (text.length > 1000) return;
    if (HINT.test(text)) this.#look(line);
    if (this.#stopped) return;
    const inside = text.includes('numpy/') && IN_NUMPY.test(text);
    if (!inside && (!this.#numpys || !STOPPED.test(text))) return;
    const built = this.of(line.number);
    if (inside && (built === null || built.name === 'numpy') && built?.own !== true) {
      this.#numpys ??= line;
      this.#stopped = line;
      this.#add('before', 'numpy', line.number);
      return;
    }
    if (built?.name === 'numpy' && built.own !== true) this.#stopped = line;
  }

  /** Where NumPy's own build begins and stops; null when no such is seen. */
  get numpyStopped(): {
    readonly lines: readonly LogLine[];
    readonly version: string | null;
  } | null {
    if (!this.#numpys || !this.#stopped) return null;
    const lines = [...new Set([this.#numpys, this.#stopped])];
    return { lines, version: this.#versions.get('numpy') ?? null };
  }

  /** @returns whose build a line of the log belongs to, null when it is not known */
  of(line: number): Built | null {
    const above = this.#events.findLast((one) => one.where !== 'after' && one.from <= line);
    const below = this.#events.find((one) => one.from >= line);
    const known = above?.where === 'before' && line - above.to < FAR;
    const name = below?.where === 'after' ? below.name : known ? above.name : null;
    if (name === null) return null;
    const own = this.#own.has(name) || (this.#local && !this.#fetched.has(name));
    return {
      name,
      version: this.#versions.get(name) ?? null,
      own: own ? true : this.#fetched.has(name) ? false : null,
    };
  }

  #look(line: LogLine): void {
    const { text, number } = line;
    if (LOCAL.test(text)) this.#local = true;
    const version = /(?:^|\s)Project version: (\d\S*)$/.exec(text)?.[1];
    const last = this.#events.at(-1);
    if (version && last && number - last.to < 3) this.#versions.set(last.name, version);
    if (WENT_WELL.test(text)) {
      this.#add('end', '', number);
      return;
    }
    for (const [where, patterns] of [
      ['before', BEFORE],
      ['after', AFTER],
    ] as const) {
      const found = patterns.map((one) => one.exec(text)).find((one) => one !== null);
      if (!found?.[1]) continue;
      const name = normaliseName(found[1]);
      if (found[2]) this.#versions.set(name, found[2]);
      if (OF_AN_INDEX.test(text)) this.#fetched.add(name);
      if (OF_A_TREE.test(text)) this.#own.add(name);
      if (name === 'numpy') this.#numpys ??= line;
      this.#add(where, name, number);
      return;
    }
  }

  #add(where: Event['where'], name: string, line: number): void {
    const last = this.#events.at(-1);
    if (last?.name === name && last.where === where) {
      this.#events[this.#events.length - 1] = { ...last, to: line };
      return;
    }
    this.#events.push({ name, where, from: line, to: line });
    if (this.#events.length > MOST) this.#events.shift();
  }
}
