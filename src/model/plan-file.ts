import type { MeasuredPlan, MeasuredSubject } from './measurements.ts';

/**
 * The first of the three documents as a file: what `plan --json FILE` writes and
 * `check --plan FILE` runs. Every shard reads the same one, so all of them run the same plan,
 * whatever an index says an hour later.
 */
export interface PlanFile {
  readonly schema: 1;
  readonly document: 'plan';
  readonly tool: { readonly name: 'numpy-abi-matrix'; readonly version: string };
  readonly subject: MeasuredSubject;
  readonly plan: MeasuredPlan;
  /** What each platform's machine is called by the scheduler (`ubuntu-latest`), where it was said. */
  readonly runners: Readonly<Record<string, string>>;
  /** Packages that get a release of their own per Python: platform → Python → requirement lines. */
  readonly pinned: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What {@link readPlanFile} found. */
export type ReadPlanFile =
  | { readonly kind: 'plan'; readonly document: PlanFile }
  | { readonly kind: 'problem'; readonly reason: string };

/**
 * Reads what `plan --json FILE` wrote.
 *
 * @param validate says what is wrong with the document's shape; undefined when nothing is
 */
export function readPlanFile(
  text: string,
  validate: (value: unknown) => string | undefined,
): ReadPlanFile {
  const problem = (reason: string): ReadPlanFile => ({ kind: 'problem', reason });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return problem(`it is no JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
  if (typeof parsed !== 'object' || parsed === null || !('document' in parsed)) {
    return problem('it is no plan: `plan --json FILE` writes them');
  }
  if (parsed.document !== 'plan') {
    return problem(
      `it holds ${String(parsed.document)}, no plan: \`plan --json FILE\` writes them`,
    );
  }
  const wrong = validate(parsed);
  return wrong === undefined ? { kind: 'plan', document: parsed as PlanFile } : problem(wrong);
}
