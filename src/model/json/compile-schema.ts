import { isRecord } from '../../packaging/parsed-value.ts';
import { isPlace, leadsNowhere, referenceIn } from './shared-json.ts';

/**
 * What is wrong with a value first, with its JSON pointer; undefined when nothing is.
 *
 * @param shared the table of what it shares, where it refers to one; what is referred to is looked at
 * in its place
 * @throws {RangeError} where a reference leads nowhere
 */
export type Check = (value: unknown, shared?: readonly unknown[]) => string | undefined;

interface Problem {
  /** Names and numbers that lead there, innermost first. */
  readonly path: (string | number)[];
  readonly text: string;
}
type Test = (value: unknown) => Problem | undefined;
type Schema = Readonly<Record<string, unknown>>;

/** The table of the value that is looked at, and how far what is looked at may refer to it. */
interface Reading {
  shared: readonly unknown[];
  limit: number;
}

const ABOUT: readonly string[] = ['$schema', 'title', 'description'];
const NOTHING_SHARED: readonly unknown[] = [];

/**
 * Compiles a JSON schema to a function: the keywords that ours are written with, no others. What a
 * document shares is looked at where it stands, in the table, and once for each schema that it is held
 * to: there may be five hundred references to it. A library that reads any schema took eleven seconds
 * for the measurements of a hundred combinations with 500 modules; a test holds this to such a library.
 *
 * @throws {TypeError} for a keyword that it does not know: it would not be held to
 * @example compileSchema({ type: 'object', required: ['a'] })({}) // '#: "a" is missing'
 */
export function compileSchema(schema: object): Check {
  const reading: Reading = { shared: NOTHING_SHARED, limit: 0 };
  const test = compile(schema as Schema, reading);
  return (value, shared = NOTHING_SHARED) => {
    reading.shared = shared;
    reading.limit = shared.length;
    try {
      const problem = test(value);
      return problem && `#${problem.path.toReversed().map(pointerStep).join('')}: ${problem.text}`;
    } finally {
      reading.shared = NOTHING_SHARED;
    }
  };
}

function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function compile(schema: Schema, reading: Reading): Test {
  const tests = isPlainObject(schema)
    ? [objectTest(schema, reading)]
    : Object.keys(schema).flatMap((keyword) => testsOf(keyword, schema, reading));
  const [only, ...others] = tests;
  if (only !== undefined && others.length === 0) return following(only, reading);
  return following((value) => {
    for (let at = 0; at < tests.length; at += 1) {
      const problem = tests[at]?.(value);
      if (problem) return problem;
    }
    return undefined;
  }, reading);
}

/** The same test, of what a reference stands for: once for each entry of a table. */
function following(test: Test, reading: Reading): Test {
  let shared = NOTHING_SHARED;
  let good = new Uint8Array(0);
  const follow: Test = (value) => {
    if (typeof value !== 'object' || value === null) return test(value);
    const place = referenceIn(value);
    if (place === undefined || reading.shared === NOTHING_SHARED) return test(value);
    if (shared !== reading.shared) {
      shared = reading.shared;
      good = new Uint8Array(shared.length);
    }
    const { limit } = reading;
    if (!isPlace(place, limit)) throw leadsNowhere(place);
    if (good[place] === 1) return undefined;
    // A value refers only to those before it: no circles.
    reading.limit = place;
    const problem = follow(shared[place]);
    reading.limit = limit;
    if (problem === undefined) good[place] = 1;
    return problem;
  };
  return follow;
}

function testsOf(keyword: string, schema: Schema, reading: Reading): readonly Test[] {
  const argument = schema[keyword];
  switch (keyword) {
    case 'type':
      return [typeTest([argument].flat() as readonly string[])];
    case 'const':
      return [enumTest([argument])];
    case 'enum':
      return [enumTest(argument as readonly unknown[])];
    case 'anyOf':
      return [anyTest((argument as readonly Schema[]).map((one) => compile(one, reading)))];
    case 'required':
      return [requiredTest(argument as readonly string[])];
    case 'items':
      return [itemsTest(compile(argument as Schema, reading))];
    case 'properties':
      return [propertiesTest(argument as Readonly<Record<string, Schema>>, reading)];
    case 'additionalProperties':
      return [
        othersTest(compile(argument as Schema, reading), Object.keys(schema['properties'] ?? {})),
      ];
    default:
      if (ABOUT.includes(keyword)) return [];
      throw new TypeError(`the keyword "${keyword}" is not known here`);
  }
}

/** An object with named fields, as nearly all are, in one walk over their names. */
function isPlainObject(schema: Schema): boolean {
  const { type, properties, required, ...others } = schema;
  return (
    type === 'object' &&
    isRecord(properties) &&
    Array.isArray(required) &&
    Object.keys(others).length === 0 &&
    required.every((name) => Object.hasOwn(properties, name)) &&
    // What any object has needs a closer look.
    !Object.keys(properties).some((name) => name in Object.prototype)
  );
}

function objectTest(schema: Schema, reading: Reading): Test {
  const { properties, required } = schema as {
    readonly properties: Readonly<Record<string, Schema>>;
    readonly required: readonly string[];
  };
  const fields = Object.entries(properties).map(([name, one]) => ({
    name,
    test: compile(one, reading),
    isRequired: required.includes(name),
  }));
  const text = 'it is no object';
  return (value) => {
    if (!isRecord(value)) return { path: [], text };
    let missing: string | undefined;
    for (const { name, test, isRequired } of fields) {
      const one = value[name];
      if (one === undefined) {
        if (isRequired) missing ??= name;
        continue;
      }
      const problem = test(one);
      if (problem) return below(problem, name);
    }
    return missing === undefined ? undefined : { path: [], text: `"${missing}" is missing` };
  };
}

function typeTest(types: readonly string[]): Test {
  const text = `it is no ${types.join(' or ')}`;
  const [only, ...others] = types;
  if (only === 'string' && others.length === 0) {
    return (value) => (typeof value === 'string' ? undefined : { path: [], text });
  }
  if (others.length === 0) {
    return (value) => (typeOf(value) === only ? undefined : { path: [], text });
  }
  return (value) => (types.includes(typeOf(value)) ? undefined : { path: [], text });
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Of texts, numbers and the like. */
function enumTest(values: readonly unknown[]): Test {
  const text = `it is none of ${values.map((one) => JSON.stringify(one)).join(', ')}`;
  return (value) => (values.includes(value) ? undefined : { path: [], text });
}

function anyTest(tests: readonly Test[]): Test {
  return (value) => {
    let last: Problem | undefined;
    for (const test of tests) {
      last = test(value);
      if (last === undefined) return undefined;
    }
    return last;
  };
}

function requiredTest(names: readonly string[]): Test {
  return (value) => {
    if (!isRecord(value)) return undefined;
    const missing = names.find((name) => !Object.hasOwn(value, name));
    return missing === undefined ? undefined : { path: [], text: `"${missing}" is missing` };
  };
}

function itemsTest(test: Test): Test {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    for (let at = 0; at < value.length; at += 1) {
      const problem = test(value[at]);
      if (problem) return below(problem, at);
    }
    return undefined;
  };
}

function propertiesTest(schemas: Readonly<Record<string, Schema>>, reading: Reading): Test {
  const names = Object.keys(schemas);
  const tests = Object.values(schemas).map((one) => compile(one, reading));
  return (value) => {
    if (!isRecord(value)) return undefined;
    for (let at = 0; at < names.length; at += 1) {
      const name = names[at] ?? '';
      const problem = Object.hasOwn(value, name) ? tests[at]?.(value[name]) : undefined;
      if (problem) return below(problem, name);
    }
    return undefined;
  };
}

function othersTest(test: Test, named: readonly string[]): Test {
  return (value) => {
    if (!isRecord(value)) return undefined;
    for (const name of Object.keys(value)) {
      const problem = named.includes(name) ? undefined : test(value[name]);
      if (problem) return below(problem, name);
    }
    return undefined;
  };
}

function below(problem: Problem, step: string | number): Problem {
  problem.path.push(step);
  return problem;
}
