import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.ts';
import type { Given, Layer } from './given.ts';
import type { Command } from './option.ts';
import { OPTIONS } from './options.ts';
import type { Problem } from './problem.ts';
import { suggest } from './suggest.ts';

/** What the command line asks for. */
export type CliRequest =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | ({
      readonly kind: 'run';
      readonly command: 'check' | 'plan' | 'build' | 'merge' | 'audit';
    } & Layer)
  /** `file` null: read standard input. Only `json`, `quiet` and `verbose` can be given. */
  | ({ readonly kind: 'explain'; readonly file: string | null } & Layer)
  /** `cache prune`. Only `cache-dir` can be given. */
  | ({ readonly kind: 'prune' } & Layer)
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const isCommand = (text: string): text is Command => Object.hasOwn(COMMANDS, text);

/**
 * Reads the command line. Values are read later, together with those of pyproject.toml, so that
 * all problems can be told at once.
 *
 * @param argv the arguments after the program's name
 * @example parseCli(['check', '.', '--numpy', '2.0']).kind // 'run'
 */
export function parseCli(argv: readonly string[]): CliRequest {
  const { tokens } = parseArgs({
    args: [...argv],
    options: declared(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = tokens.filter((token) => token.kind === 'option');
  // What follows a flag that does not exist was meant as its value, not as PROJECT.
  const strays = new Set(
    flags.filter((one) => isUnknown(one) && !one.inlineValue).map((one) => one.index + 1),
  );
  const words = tokens.flatMap((token) =>
    token.kind === 'positional' && !(strays.has(token.index) && !isCommand(token.value))
      ? [token.value]
      : [],
  );
  const [name, ...positionals] = words;
  const asked = (flag: string) => flags.some((token) => token.name === flag);
  if (asked('version')) return { kind: 'version' };
  if (name === 'help' || name === undefined || asked('help')) {
    const wanted = name === 'help' ? positionals[0] : name;
    const stray = name === undefined && !asked('help') && flags.length > 0;
    if (wanted !== undefined && !isCommand(wanted)) return problems([unknownCommand(wanted)]);
    if (!stray) return { kind: 'help', command: wanted ?? null };
    return problems([
      {
        where: 'command',
        message: 'No command is given',
        remedy: `Write for example: check . ${argv.join(' ')}`,
      },
    ]);
  }
  if (!isCommand(name)) return problems([unknownCommand(name)]);
  const layer = readFlags(name, flags);
  if (name === 'explain') {
    const extra = tooMany(positionals.slice(1), 'explain reads one FILE, or standard input');
    const file = positionals[0] === '-' ? null : (positionals[0] ?? null);
    return { kind: 'explain', file, given: layer.given, problems: [...layer.problems, ...extra] };
  }
  if (name === 'cache') {
    const [action, ...rest] = positionals;
    const extra =
      action === 'prune'
        ? tooMany(rest, 'cache prune takes no words')
        : [{ where: 'cache', message: cannot(action), remedy: 'Use cache prune' }];
    return { kind: 'prune', given: layer.given, problems: [...layer.problems, ...extra] };
  }
  if (name === 'merge' || name === 'audit') {
    const provenance = { kind: 'flag', name: 'FILE' } as const;
    const files = positionals.map((file) => file.trim()).filter((file) => file !== '');
    const given =
      files.length > 0
        ? [{ name: name === 'audit' ? 'wheels' : 'measurements', texts: files, provenance }]
        : [];
    return { kind: 'run', command: name, ...layer, given: [...given, ...layer.given] };
  }
  const wheel = layer.given.find((one) => one.name === 'wheels');
  const project = readPositionals(positionals, wheel);
  const rest = layer.given.filter((one) => one !== wheel || !project.given.some(isWheels));
  return {
    kind: 'run',
    command: name,
    given: [...project.given, ...rest],
    problems: [...project.problems, ...layer.problems],
  };
}

const isWheels = (one: Given): boolean => one.name === 'wheels';

type Token = Extract<
  NonNullable<ReturnType<typeof parseArgs>['tokens']>[number],
  { readonly kind: 'option' }
>;

function isUnknown(token: Token): boolean {
  const names = OPTIONS.flatMap((one) => (one.flag === null ? [] : [one.flag, `no-${one.flag}`]));
  return !names.includes(token.name) && token.name !== 'help' && token.name !== 'version';
}

function declared() {
  const own = OPTIONS.flatMap((option) => {
    if (option.flag === null) return [];
    const type = option.kind.type === 'boolean' ? ('boolean' as const) : ('string' as const);
    const short = option.short === undefined ? {} : { short: option.short };
    return [[option.flag, { type, multiple: true, ...short }] as const];
  });
  return {
    ...Object.fromEntries(own),
    help: { type: 'boolean' as const, short: 'h' },
    version: { type: 'boolean' as const, short: 'V' },
  };
}

function readFlags(command: Command, tokens: readonly Token[]): Layer {
  const given = new Map<string, Given>();
  const found: Problem[] = [];
  for (const token of tokens) {
    const read = readFlag(command, token);
    if ('message' in read) {
      found.push(read);
      continue;
    }
    const before = given.get(read.name);
    const repeatable = OPTIONS.find((one) => one.name === read.name)?.kind.type === 'list';
    if (before !== undefined && !repeatable && before.texts[0] !== read.texts[0]) {
      found.push({
        where: token.rawName,
        message: `It is given twice: ${before.texts[0]} and ${read.texts[0]}`,
        remedy: 'Give it once',
      });
    }
    given.set(read.name, { ...read, texts: [...(before?.texts ?? []), ...read.texts] });
  }
  return { given: [...given.values()], problems: found };
}

function readFlag(command: Command, token: Token): Given | Problem {
  const where = token.rawName;
  const negated = OPTIONS.find(
    (one) => one.flag !== null && one.kind.type === 'boolean' && token.name === `no-${one.flag}`,
  );
  const option = OPTIONS.find((one) => one.flag === token.name) ?? negated;
  if (option === undefined) return unknownFlag(command, token);
  if (!option.commands.includes(command)) {
    const takes = option.commands.join(' and ');
    return { where, message: `${command} does not take it, only ${takes}`, remedy: 'Leave it out' };
  }
  const provenance = { kind: 'flag', name: where } as const;
  if (option.kind.type === 'boolean') {
    const text = option === negated ? 'false' : (token.value ?? 'true');
    return { name: option.name, texts: [text], provenance };
  }
  const value = token.value;
  // parseArgs takes whatever follows, a flag too.
  if (value === undefined || (!token.inlineValue && /^--?[a-z]/i.test(value))) {
    const follows = value === undefined ? 'nothing follows' : `${value} follows`;
    const metavar = option.metavar ?? 'VALUE';
    return {
      where,
      message: `It needs a value (${metavar}), but ${follows}`,
      remedy: `Write ${where} ${metavar}, or ${where}=VALUE for one that begins with a dash`,
    };
  }
  if (value.trim() === '') {
    return { where, message: 'Its value is empty', remedy: 'Give a value, or leave it out' };
  }
  return { name: option.name, texts: [value], provenance };
}

function unknownFlag(command: Command, token: Token): Problem {
  const flags = OPTIONS.filter((one) => one.commands.includes(command)).flatMap((one) =>
    one.flag === null ? [] : [one.flag],
  );
  const named = OPTIONS.find((one) => one.name === token.name && one.flag !== null)?.flag;
  const near = named ?? suggest(token.name, [...flags, 'help', 'version']);
  return {
    where: token.rawName,
    message: 'There is no such flag',
    remedy: near === undefined ? `See ${command} --help` : `Did you mean --${near}?`,
  };
}

function cannot(action: string | undefined): string {
  return action === undefined
    ? 'It is not said what to do'
    : `It cannot ${JSON.stringify(action)}, only "prune"`;
}

/** `bisect` and `compare` are commands elsewhere, and flags here. */
function unknownCommand(name: string): Problem {
  const names = Object.keys(COMMANDS);
  const flag = OPTIONS.find((one) => one.flag === name && one.commands.includes('check'));
  const near = flag ? `check --${name}` : suggest(name, names);
  const path = /[./\\]/.test(name);
  const meant = near ?? (path ? `check ${name}` : undefined);
  return {
    where: name,
    message: `There is no command ${JSON.stringify(name)}`,
    remedy:
      meant === undefined
        ? `Use ${names.slice(0, -1).join(', ')} or ${names.at(-1)}; see --help`
        : `Did you mean ${meant}?`,
  };
}

/**
 * A PROJECT, or wheels: a shell that finds `--wheel dist/*.whl` without quotes puts all files there,
 * and only the first of them follows the flag.
 */
function readPositionals(positionals: readonly string[], flag: Given | undefined): Layer {
  const wheels = positionals.filter((one) => one.toLowerCase().endsWith('.whl'));
  const others = positionals.filter((one) => !wheels.includes(one));
  const project = readProject(others, flag);
  if (wheels.length === 0) return project;
  const provenance = { kind: 'flag', name: '--wheel' } as const;
  const texts = [...(flag?.texts ?? []), ...wheels];
  const problem = {
    where: wheels.join(' '),
    message: 'PROJECT is a folder',
    remedy: `Use --wheel for wheels: --wheel ${wheels.join(' --wheel ')}`,
  };
  return {
    given: [...project.given, { name: 'wheels', texts, provenance }],
    problems: [...project.problems, ...(flag === undefined ? [problem] : [])],
  };
}

function readProject(positionals: readonly string[], wheel: Given | undefined): Layer {
  const [first, ...rest] = positionals;
  if (first === undefined) return { given: [], problems: [] };
  const provenance = { kind: 'flag', name: 'PROJECT' } as const;
  const expanded = wheel !== undefined && rest.length > 0;
  const remedy = expanded ? "Put the pattern in quotes, as in --wheel 'dist/*.whl'" : undefined;
  return {
    given: [{ name: 'project', texts: [first], provenance }],
    problems: tooMany(rest, 'One PROJECT is tested at a time', remedy),
  };
}

function tooMany(
  rest: readonly string[],
  message: string,
  remedy = 'Leave it out, or repeat the flag before it',
): readonly Problem[] {
  return rest.length === 0 ? [] : [{ where: rest.join(' '), message, remedy }];
}

function problems(list: readonly Problem[]): CliRequest {
  return { kind: 'problems', problems: list };
}
