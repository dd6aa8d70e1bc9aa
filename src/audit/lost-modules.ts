import { listSome } from '../escape/plural.ts';
import type { AuditedBinary, AuditedWheel } from '../model/audit.ts';
import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import { auditFinding } from './audit-finding.ts';
import { strangersOf } from './strangers.ts';

/** What is wrong with how a release was packed, and the wheels for which it is. */
export interface LostModules {
  readonly finding: Finding;
  readonly wheels: readonly AuditedWheel[];
}

/**
 * Wheels that lack their modules: what they hold is named for another Python, or they are built for
 * one Python and hold nothing compiled, beside others of the release that do.
 */
export function lostModules(wheels: readonly AuditedWheel[]): readonly LostModules[] {
  const releases = groupBy(
    wheels.filter(({ beside }) => beside.kind !== 'fixed'),
    ({ distribution, version }) => JSON.stringify([distribution, version]),
  );
  return [...releases.values()].flatMap((group) => [...misnamed(group), ...empty(group)]);
}

function misnamed(group: readonly AuditedWheel[]): readonly LostModules[] {
  const found = group.flatMap((wheel) => {
    const lost = lostIn(wheel);
    return lost.length > 0 ? [{ wheel, lost }] : [];
  });
  const [first] = found;
  const [culprit] = first?.lost ?? [];
  if (!first || !culprit) return [];
  const wheels = found.map(({ wheel }) => wheel);
  const finding = auditFinding(
    first.wheel,
    names(wheels),
    found.flatMap(({ lost }) => lost),
    culprit,
    {
      kind: 'py-wrong-tag',
      severity: 'error',
      title: `${first.wheel.distribution} holds modules that the Pythons of its wheels cannot see`,
      explanation: `\`${culprit.file}\` is named for another Python than ${first.wheel.wheel}, which has no other file for \`${culprit.name}\`: importing it says that there is no such module.`,
      fix: 'Build each wheel in a clean folder (without `build/` and files of in-place builds), with the Python that it is for.',
    },
  );
  return [{ finding, wheels }];
}

/** Those that no sibling in the same wheel stands in for. */
function lostIn(wheel: AuditedWheel): readonly AuditedBinary[] {
  const strangers = strangersOf(wheel);
  const seen = wheel.binaries.filter((one) => !strangers.includes(one));
  return strangers.filter(({ name }) => !seen.some((other) => other.name === name));
}

function empty(group: readonly AuditedWheel[]): readonly LostModules[] {
  const full = group.find(
    (wheel) => wheel.binaries.some(({ isLibrary }) => !isLibrary) && lostIn(wheel).length === 0,
  );
  // Windows wants an init function of what others load with `ctypes` (galpy): none is lost there.
  const wheels = group.filter(
    ({ binaries, hasModuleNames, tags }) =>
      binaries.length === 0 && !hasModuleNames && tags.every(isBuilt),
  );
  const [first] = wheels;
  if (!full || !first) return [];
  const finding = auditFinding(first, names(wheels), [], undefined, {
    kind: 'build-without-extensions',
    severity: 'warning',
    title: `${listSome(names(wheels), 3)} hold${wheels.length > 1 ? '' : 's'} no compiled module, as other wheels of ${first.distribution} ${first.version} do`,
    explanation: `It is built for one Python and one system, and nothing in it is compiled; ${full.wheel} holds compiled modules. A build that goes on without its extensions leaves such a wheel.`,
    fix: 'Make the extensions mandatory in CI, and build the wheel again in a clean folder.',
  });
  return [{ finding, wheels }];
}

/** For one Python and one system, not `py3-none-any`. */
function isBuilt(tag: string): boolean {
  return /^(?:cp|pp)3\d+-(?!none|abi3)[^-]+-(?!any$)/.test(tag);
}

function names(wheels: readonly AuditedWheel[]): readonly string[] {
  return wheels.map(({ wheel }) => wheel);
}
