import path from 'node:path';
import type { CombinationFilter, Provenance } from '../model/config.ts';
import type { NumpySpec } from '../model/numpy-spec.ts';
import type { PythonSpec } from '../model/python-spec.ts';
import type { SpecProblem } from '../packaging/spec-problem.ts';
import { parseFilter } from './filter-line.ts';
import { type Given, placeOf } from './given.ts';
import { listOf } from './lists.ts';
import { parseNumpySpec } from './numpy-spec.ts';
import { OPTIONS, optionNamed } from './options.ts';
import type { Problem } from './problem.ts';
import { parsePythonSpec } from './python-spec.ts';
import { type Read, readBoolean, readChoice, readNumber } from './read-value.ts';

export type Values = ReturnType<typeof valuesOf>;

/** Typed readers over what was given; what cannot be read goes to `problems`. */
export function valuesOf(all: readonly Given[], problems: Problem[]) {
  const given = (name: string) => all.find((one) => one.name === name);
  const complain = (one: Given, message: string, remedy: string) => {
    problems.push({ where: placeOf(one.name, one.provenance), message, remedy });
  };
  const settle = <T>(name: string, fallback: T, read: (text: string) => Read<T>): T => {
    const found = given(name);
    if (found === undefined) return fallback;
    const result = read((found.texts[0] ?? '').trim());
    if (result.ok) return result.value;
    complain(found, result.message, result.remedy);
    return fallback;
  };
  const list = (name: string): readonly string[] => {
    const { kind } = optionNamed(name);
    const words = kind.type === 'list' && kind.words;
    return (given(name)?.texts ?? []).flatMap((text) => listOf(text, { words }));
  };
  const parsed = <T extends object>(
    name: string,
    fallback: readonly string[],
    parse: (text: string) => T | SpecProblem,
  ): readonly T[] => {
    const found = given(name);
    const texts = found === undefined ? fallback : list(name);
    return texts.flatMap((text) => {
      const value = parse(text);
      if (!isProblem(value)) return [value];
      if (found !== undefined) complain(found, value.message, value.remedy);
      return [];
    });
  };
  return {
    given,
    list,
    text: (name: string): string | null => given(name)?.texts[0]?.trim() ?? null,
    boolean: (name: string): boolean => settle(name, false, readBoolean),
    choice: <T extends string>(name: string, values: readonly T[], fallback: T): T =>
      settle(name, fallback, (text) => readChoice(text, values)),
    number: (name: string, fallback: number): number => {
      const { kind } = optionNamed(name);
      if (!('min' in kind)) throw new Error(`${name} is no number`);
      return settle(name, fallback, (text) => readNumber(text, kind));
    },
    /** Paths become absolute; what names nothing at all means what saying nothing means. */
    pythons: (folder: string): readonly PythonSpec[] => {
      const specs = parsed('python-version', ['auto'], parsePythonSpec).map((spec) =>
        spec.kind === 'path' ? { ...spec, path: path.resolve(folder, spec.path) } : spec,
      );
      return specs.length > 0 ? specs : [{ kind: 'auto', text: 'auto' }];
    },
    numpys: (): readonly NumpySpec[] => {
      const specs = parsed('numpy-version', ['auto'], parseNumpySpec);
      return specs.length > 0 ? specs : [{ kind: 'auto', text: 'auto' }];
    },
    numpy: (name: string): NumpySpec | null => {
      const text = given(name)?.texts[0];
      const found = given(name);
      if (text === undefined || found === undefined) return null;
      const spec = parseNumpySpec(text);
      if (!isProblem(spec)) return spec;
      complain(found, spec.message.replace('numpy-version', name), spec.remedy);
      return null;
    },
    filters: (name: string): readonly CombinationFilter[] => parsed(name, [], parseFilter),
    provenance: (): Readonly<Record<string, Provenance>> =>
      Object.fromEntries(
        OPTIONS.filter((one) => one.available === 'now').map((one) => [
          one.name,
          given(one.name)?.provenance ?? { kind: 'default' },
        ]),
      ),
  };
}

function isProblem<T extends object>(value: T | SpecProblem): value is SpecProblem {
  return 'kind' in value && value.kind === 'problem';
}
