import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { together } from '../../host/together.ts';
import { endedWell } from '../../model/ended-well.ts';
import type { SubjectFacts } from '../../model/subject-facts.ts';
import { normaliseName } from '../../packaging/requirement-name.ts';
import { derivation, saysNoSolution } from '../../packaging/uv-messages/explain-conflict.ts';
import { saysNoWheel } from '../../packaging/uv-messages/no-wheel.ts';
import type { ChosenPython, Pythons } from '../../plan/chosen-python.ts';
import type { Tools } from '../../provision/tools.ts';
import { heldFlags } from '../../provision/uv/held-flags.ts';
import type { SubjectConfig } from '../../settings/config.ts';
import { releaseFacts } from './package-subject.ts';
import type { PackagesSubject, Subject } from './subject.ts';

const TIMEOUT_SECONDS = 120;
const LONGEST_REASON = 400;

/**
 * Packages without a single release: asks uv which releases each Python gets (as its users do, with
 * any NumPy), and reads what those require. A Python for which none installs is not available.
 * The releases are what is installed there, under every NumPy: an older one that happens to fit an
 * older NumPy is not what was asked for.
 *
 * @param pinned requirement lines by Python that a plan made elsewhere holds to
 */
export async function resolvePackages(
  subject: Subject,
  pythons: Pythons,
  { constraints }: Pick<SubjectConfig, 'constraints'>,
  tools: Tools,
  pinned: Readonly<Record<string, readonly string[]>>,
): Promise<{ readonly subject: Subject; readonly pythons: Pythons }> {
  if (subject.kind !== 'packages') return { subject, pythons };
  // NumPy as the subject is what the other axis says.
  const open = subject.facts.filter(
    ({ name, wheels, version }) => wheels === null && version === null && name !== 'numpy',
  );
  if (open.length === 0) return { subject, pythons };
  const resolved = await together(
    pythons.chosen.map(async (python) => ({
      python,
      result: await resolveOn(python, held(subject, python, pinned), constraints, tools),
    })),
  );
  const onPython = new Map<SubjectFacts, Map<string, SubjectFacts>>();
  const pins = new Map<string, readonly string[]>();
  for (const { python, result } of resolved) {
    if (result.kind !== 'resolved') continue;
    const versions = new Map<string, string>();
    for (const facts of open) {
      const version = result.versions.get(facts.name);
      if (version === undefined) continue;
      const { files } = await tools.index.fetchProject(facts.name);
      const known = await releaseFacts(facts, version, files, tools.index);
      onPython.set(facts, (onPython.get(facts) ?? new Map()).set(python.label, known));
      versions.set(facts.name, version);
    }
    const lines = [...versions].map(([name, version]) => `${name}==${version}`);
    pins.set(python.label, [...subject.requirements, ...lines]);
  }
  const facts = subject.facts.map((one) => {
    const known = onPython.get(one);
    return known ? { ...one, onPython: Object.fromEntries(known) } : one;
  });
  return {
    subject: { ...subject, facts, pinned: pins, version: singleVersion(facts) ?? subject.version },
    pythons: {
      chosen: pythons.chosen.filter(
        (python) => resolved.find((one) => one.python === python)?.result.kind !== 'impossible',
      ),
      unavailable: [
        ...pythons.unavailable,
        ...resolved.flatMap(({ python, result }) =>
          result.kind === 'impossible'
            ? [{ label: python.label, reason: result.reason, named: false }]
            : [],
        ),
      ],
    },
  };
}

function held(
  subject: PackagesSubject,
  { label }: ChosenPython,
  pinned: Readonly<Record<string, readonly string[]>>,
): PackagesSubject {
  return { ...subject, requirements: pinned[label] ?? subject.requirements };
}

type Resolved =
  | { readonly kind: 'resolved'; readonly versions: ReadonlyMap<string, string> }
  | { readonly kind: 'impossible'; readonly reason: string }
  /** The network, or uv: the installation meets it again and says so. */
  | { readonly kind: 'unknown' };

async function resolveOn(
  { label, interpreter }: ChosenPython,
  subject: PackagesSubject,
  constraints: readonly string[],
  tools: Tools,
): Promise<Resolved> {
  // The user's settings may name a file of his for what uv writes.
  const output = join(tools.inspect.folder, `resolved-${randomUUID()}.txt`);
  const { ending, stderr } = await tools.uv.run(
    [
      ...['pip', 'compile', '-', '--quiet', '--no-header', '--no-annotate', '--no-universal'],
      ...['--no-python-downloads', '--python', interpreter.executable, '--output-file', output],
      ...heldFlags(interpreter.version),
      ...tools.settings.uvArguments,
      ...constraints.flatMap((file) => ['--constraint', file]),
    ],
    {
      cwd: tools.folder,
      timeoutSeconds: TIMEOUT_SECONDS,
      input: `${subject.requirements.join('\n')}\n`,
      env: { UV_SYSTEM_PYTHON: '0' },
    },
  );
  const text = await readFile(output, 'utf8').catch(() => '');
  await rm(output, { force: true });
  if (endedWell(ending)) {
    const lines = text.matchAll(/^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==([^\s;]+)/gm);
    return {
      kind: 'resolved',
      versions: new Map([...lines].map(([, name = '', at = '']) => [normaliseName(name), at])),
    };
  }
  if (!saysNoSolution(stderr)) return { kind: 'unknown' };
  const noWheel = saysNoWheel(stderr);
  const said = noWheel
    ? 'no release that was asked for has a wheel for it here'
    : derivation(stderr).slice(0, LONGEST_REASON);
  const reason = `${subject.name} cannot be installed on Python ${label}: ${said}`;
  return { kind: 'impossible', reason };
}

function singleVersion(facts: readonly SubjectFacts[]): string | null {
  const [only, ...more] = facts;
  if (!only || more.length > 0) return null;
  const versions = new Set(Object.values(only.onPython ?? {}).map(({ version }) => version));
  return versions.size === 1 ? ([...versions][0] ?? null) : null;
}
