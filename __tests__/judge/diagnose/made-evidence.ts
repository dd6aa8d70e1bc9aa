import type { Evidence } from '../../../src/judge/diagnose/evidence.ts';
import { culpritLoad, type LoadRecord } from '../../../src/measure/probe/culprit-load.ts';
import type { BinaryFacts, CompiledModule } from '../../../src/model/compiled-module.ts';
import type { Owner } from '../../../src/model/measurement.ts';
import { NOTHING_SEEN } from '../../../src/model/nothing-seen.ts';
import type { ExceptionRecord, LoadEvent, Observation } from '../../../src/model/observation.ts';

export const SITE = '/venv/lib/python3.11/site-packages/';

export const NO_FACTS: BinaryFacts = {
  format: 'elf',
  machines: ['x86_64'],
  initNames: [],
  python2Init: false,
  capi: { era: 'none', target: null, also: [] },
  generators: [],
  importsArrayApi: false,
  needed: [],
};

export function raisedBy(text: string, more: Partial<ExceptionRecord> = {}): ExceptionRecord {
  const [, type = '', message = ''] = /^([\w.]+): ([\s\S]*)$/.exec(text) ?? [];
  return { type, message, link: 'first', frames: [], name: null, path: null, ...more };
}

export function observed(more: Partial<Observation> = {}): Observation {
  return {
    ...NOTHING_SEEN,
    outcome: { kind: 'imported' },
    phase: 'import',
    numpy: { version: '2.2.6', file: `${SITE}numpy/__init__.py` },
    seconds: 0.1,
    confirmed: true,
    ...more,
  };
}

/** `pkg/_ext.cpython-311-x86_64-linux-gnu.so` is owned by `pkg`, and so on. */
export function ownerByFolder(subjects: readonly string[]): (path: string) => Owner | null {
  return (path) => {
    if (!path.startsWith(SITE)) return null;
    const file = path.slice(SITE.length);
    const distribution = file.split(/[/.]/)[0] ?? '';
    const compiled = /^(.*?)\.(?:cpython|abi3|so|pyd)/.exec(file)?.[1];
    return {
      distribution,
      version: '1.0',
      module: compiled ? compiled.replaceAll('/', '.') : null,
      file,
      role: subjects.includes(distribution) ? 'subject' : 'dependency',
    };
  };
}

export function target(name: string, facts: Partial<BinaryFacts> = {}): CompiledModule {
  const file = `${name.replaceAll('.', '/')}.cpython-311-x86_64-linux-gnu.so`;
  return {
    name,
    distribution: name.split('.')[0] ?? name,
    version: '1.0',
    file,
    path: SITE + file,
    wheel: null,
    role: 'subject',
    facts: { ...NO_FACTS, ...facts },
    proof: 'by-name',
  };
}

export function evidenceOf(more: Partial<Evidence> = {}): Evidence {
  const module = more.module === undefined ? target('pkg._ext') : more.module;
  const observation = withCulprit(more.observation ?? observed(), module?.path ?? null);
  const subjects = more.subjects ?? ['pkg'];
  const numpy = observation.numpy?.version ?? '2.2.6';
  return {
    combination: {
      id: `py3.11-np${numpy}`,
      python: '3.11.7',
      label: '3.11',
      numpy,
      platform: 'linux-x86_64',
      buildNumpy: null,
    },
    smoke: false,
    installed: new Map([
      ['numpy', numpy],
      ['pkg', '1.0'],
    ]),
    ownerOf: ownerByFolder(subjects),
    factsOf: (path) => (path === module?.path ? module.facts : null),
    filesFor: (name) => (name === module?.name ? [module.path] : []),
    siblings: [],
    ...more,
    module,
    observation,
    subjects,
  };
}

/** As a probe names it, where the test does not. */
function withCulprit(seen: Observation, targetFile: string | null): Observation {
  if (seen.culpritFile !== null) return seen;
  const failure = { outcome: seen.outcome, chain: seen.exceptions, loads: [] };
  const culprit = culpritLoad(numbered(seen.events), failure, targetFile);
  return { ...seen, culpritFile: culprit?.file ?? null };
}

function numbered(events: readonly LoadEvent[]): readonly LoadRecord[] {
  const open: { readonly number: number; readonly event: LoadEvent }[] = [];
  return events.map((event, index) => {
    const at = open.findLastIndex(
      (one) => one.event.file === event.file && one.event.stage === event.stage,
    );
    if (event.event === 'begin') open.push({ number: index, event });
    const number =
      event.event === 'begin' || at < 0 ? index : (open.splice(at)[0]?.number ?? index);
    return { kind: 'load', at: index, ...event, load: number, gil: false, chain: event.exceptions };
  });
}

export function load(
  event: LoadEvent['event'],
  module: string,
  exceptions: readonly ExceptionRecord[] = [],
  stage: LoadEvent['stage'] = 'create',
): LoadEvent {
  const file = `${SITE}${module.replaceAll('.', '/')}.cpython-311-x86_64-linux-gnu.so`;
  return { event, stage, module, file, exceptions };
}
