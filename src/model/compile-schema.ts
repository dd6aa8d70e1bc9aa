import { isRecord } from './shared-json.ts';

/** What is wrong with a value first, with its JSON pointer; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined;

interface Problem {
  /** Names and numbers that lead there, innermost first. */
  readonly path: (string | number)[];
  readonly text: string;
}
type Test = (value: unknown) => Problem | undefined;
type Schema = Readonly<Record<string, unknown>>;

const ABOUT: readonly string[] = ['$schema', 'title', 'description'];

/**
 * Compiles a JSON schema to a function: the keywords that ours are written with, no others. An object
 * that stands in many places, as what measurements share does, is looked at once. A library that
 * reads any schema took eleven seconds for the measurements of a hundred combinations with 500
 * modules, which is most of what merging them cost; a test holds this to such a library.
 *
 * @throws {TypeError} for a keyword that it does not know: it would not be held to
 * @example compileSchema({ type: 'object', required: ['a'] })({}) // '#: "a" is missing'
 */
export function compileSchema(schema: object): Check {
  const test = compile(schema as Schema);
  return (value) => {
    const problem = test(value);
    return problem && `#${problem.path.toReversed().map(pointerStep).join('')}: ${problem.text}`;
  };
}

function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function compile(schema: Schema): Test {
  const tests = Object.keys(schema).flatMap((keyword) => testsOf(keyword, schema));
  const testAll: Test = (value) => {
    for (let at = 0; at < tests.length; at += 1) {
      const problem = tests[at]?.(value);
      if (problem) return problem;
    }
    return undefined;
  };
  // To remember what holds nothing but texts and numbers costs as much as to look at it.
  if (!partsOf(schema).some(hasParts)) return testAll;
  const good = new WeakSet<object>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return testAll(value);
    if (good.has(value)) return undefined;
    const problem = testAll(value);
    if (problem === undefined) good.add(value);
    return problem;
  };
}

/** The schemas of what a value holds, and those that itself may have. */
function partsOf(schema: Schema): readonly Schema[] {
  const { properties = {}, anyOf = [] } = schema as {
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly anyOf?: readonly Schema[];
  };
  const others = [schema['items'], schema['additionalProperties']].filter(isRecord);
  return [...Object.values(properties), ...others, ...anyOf.flatMap((one) => partsOf(one))];
}

function hasParts(schema: Schema): boolean {
  return partsOf(schema).length > 0;
}

function testsOf(keyword: string, schema: Schema): readonly Test[] {
  const argument = schema[keyword];
  switch (keyword) {
    case 'type':
      return [typeTest([argument].flat() as readonly string[])];
    case 'const':
      return [enumTest([argument])];
    case 'enum':
      return [enumTest(argument as readonly unknown[])];
    case 'anyOf':
      return [anyTest((argument as readonly Schema[]).map(compile))];
    case 'required':
      return [requiredTest(argument as readonly string[])];
    case 'items':
      return [itemsTest(compile(argument as Schema))];
    case 'properties':
      return [propertiesTest(argument as Readonly<Record<string, Schema>>)];
    case 'additionalProperties':
      return [othersTest(compile(argument as Schema), Object.keys(schema['properties'] ?? {}))];
    default:
      if (ABOUT.includes(keyword)) return [];
      throw new TypeError(`the keyword "${keyword}" is not known here`);
  }
}

function typeTest(types: readonly string[]): Test {
  const text = `it is no ${types.join(' or ')}`;
  const [only, ...others] = types;
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

function propertiesTest(schemas: Readonly<Record<string, Schema>>): Test {
  const names = Object.keys(schemas);
  const tests = Object.values(schemas).map(compile);
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
