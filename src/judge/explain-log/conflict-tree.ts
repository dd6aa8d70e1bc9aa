import type { LogLine } from '../read-log/log-line.ts';
import { diagnoseBuildLine } from '../set-up/build-failure.ts';
import type { LogFinding } from './log-findings.ts';

/** The head of what conda, mamba and pixi draw as a tree, or list; poetry's last line. */
const HEAD =
  /Encountered problems while solving|UnsatisfiableError: |Unsatisfiable(?: package s|S)pecifications|found to be in(?: conflict|compatible)|Could not solve for environment specs|(?:Cannot solve|failed to solve) the |version solving failed/;
const BRANCH =
  /[│├└╰]|^Generating hint|^\[ *COMPLETE|^Hint: |^remaining packages:|(?:^|\] )\s*(?:- |The following specifications were |explicit spec that is |to be incompatible with |Specifications:$|Your python: |The following packages are incompatible|Package \S+ conflicts for|Output in format|Could not solve|[a-z_][\w.-]*(?:=\S+|\[[^\]]*\])?(?: -> \S.*)?$|$)/;
/** What poetry derives, above its last line. */
const DERIVED = /(?:^|\] )(?: *and |And because |Because )/;
/** A branch that says who wants which NumPy; else who wants anything. */
const NUMPY =
  /\bnumpy (?:\()?[<>=!~^]=?\d|-> numpy[[=]|(?:- |-> )numpy(?: \d|=)|^numpy(?:\[[^\]]*\]|=\S+)$|^Package numpy conflicts/;
const TELLS = /\brequires? |conflicts|depends on |has a conflict with|^\s*- \S/;
const MOST = 100;
const SHOWN = 4;

/** A branch that a release without a wheel ended: nothing contradicts it then. */
function withoutWheel({ number, text }: LogLine): readonly LogFinding[] {
  const diagnosis = diagnoseBuildLine(text);
  if (diagnosis?.kind !== 'install-no-candidate') return [];
  return [{ diagnosis, lines: [number], shown: [{ line: number, text }] }];
}

/** Collects the lines below the head of a solver's message: the head alone says nothing. */
export class ConflictTree {
  #lines: LogLine[] = [];
  #open = false;

  /** @returns whether the line belongs to the tree that was begun above */
  takes(line: LogLine): boolean {
    if (DERIVED.test(line.text)) {
      if (/Because /.test(line.text)) this.#lines = [];
      if (this.#lines.length < MOST) this.#lines.push(line);
    }
    if (!this.#open || line.text === '') return this.#open;
    this.#open = BRANCH.test(line.text) && this.#lines.length < MOST;
    if (this.#open) this.#lines.push(line);
    return this.#open;
  }

  begin(line: LogLine): void {
    this.#open = HEAD.test(line.text);
  }

  /** Shows the lines that tell most below the head. */
  below(one: LogFinding): LogFinding {
    if (one.diagnosis.kind !== 'install-conflict') return one;
    if (!one.shown.some(({ text }) => HEAD.test(text))) return one;
    const without = this.#lines.flatMap(withoutWheel)[0];
    if (without) return without;
    const known = new Set(one.diagnosis.evidence);
    const telling = this.#telling.filter(({ text }) => !known.has(text.trim()));
    const evidence = [...one.diagnosis.evidence, ...telling.map(({ text }) => text.trim())];
    const shown = telling.map(({ number, text }) => ({ line: number, text: text.trim() }));
    return {
      diagnosis: { ...one.diagnosis, evidence },
      lines: [...one.lines, ...telling.map(({ number }) => number)],
      shown: [...one.shown, ...shown],
    };
  }

  get #telling(): readonly LogLine[] {
    const all = this.#lines;
    // Above the branch that wants a NumPy stands whose it is.
    const wants = all.flatMap((line, at) =>
      NUMPY.test(line.text)
        ? [...(/would require/.test(all[at - 1]?.text ?? '') ? [all[at - 1] ?? line] : []), line]
        : [],
    );
    const others = all.filter(({ text }) => TELLS.test(text));
    const told = [...wants.slice(0, SHOWN), ...others];
    return [...new Map(told.toReversed().map((line) => [line.text.trim(), line])).values()]
      .toReversed()
      .slice(0, SHOWN);
  }
}
