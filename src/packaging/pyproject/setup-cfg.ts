import { withExtra } from './with-extra.ts';

/** What setup.cfg says; null where it says nothing, or points elsewhere (`file:`, `attr:`). */
export interface SetupCfg {
  readonly name: string | null;
  readonly version: string | null;
  readonly requiresPython: string | null;
  readonly requirements: readonly string[] | null;
  /** Names of its extras. */
  readonly extras: readonly string[];
}

/**
 * Reads the declarative part of setuptools' setup.cfg (Python's configparser form).
 *
 * @returns undefined when the file is about other tools only (flake8, mypy)
 */
export function parseSetupCfg(text: string): SetupCfg | undefined {
  const sections = readSections(text);
  const metadata = sections.get('metadata');
  const options = sections.get('options');
  if (metadata === undefined && options === undefined) {
    return undefined;
  }
  const extras = [...(sections.get('options.extras_require') ?? [])].flatMap(([extra, value]) =>
    listOf(value).map((line) => withExtra(line, extra)),
  );
  const requires = literal(options?.get('install_requires') ?? options?.get('install-requires'));
  return {
    name: literal(metadata?.get('name')),
    version: literal(metadata?.get('version')),
    requiresPython: literal(options?.get('python_requires') ?? options?.get('python-requires')),
    extras: [...(sections.get('options.extras_require')?.keys() ?? [])],
    requirements: requires === null ? null : [...listOf(requires), ...extras],
  };
}

function literal(value: string | undefined): string | null {
  return value === undefined || /^(?:file|attr):/.test(value) ? null : value.trim();
}

/** One requirement a line; a list on one line is split at semicolons, as setuptools does. */
function listOf(value: string): readonly string[] {
  return value
    .split(value.includes('\n') ? '\n' : ';')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function readSections(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  let key: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const header = /^\[(?<name>[^\]]+)\]/.exec(line)?.groups?.['name'];
    const option = /^(?<key>[^\s#;=:[][^=:]*?)\s*[=:]\s*(?<value>.*)$/.exec(line)?.groups;
    if (/^\s*[#;]/.test(line)) {
      continue;
    }
    if (header !== undefined) {
      section = sections.get(header.trim()) ?? new Map<string, string>();
      sections.set(header.trim(), section);
      key = undefined;
    } else if (option !== undefined) {
      key = (option['key'] ?? '').trim().toLowerCase();
      section.set(key, option['value'] ?? '');
    } else if (key !== undefined && /^\s+\S/.test(line)) {
      section.set(key, `${section.get(key)}\n${line.trim()}`);
    }
  }
  return sections;
}
