import type { Kind, Option } from './option.ts';
import { OPTIONS } from './options.ts';

/** JSON schema of `[tool.numpy-abi-matrix]`, for editors. */
export function pyprojectSchema(): Readonly<Record<string, unknown>> {
  const options = OPTIONS.filter((one) => one.pyproject);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '[tool.numpy-abi-matrix] in pyproject.toml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(options.map((one) => [one.name, propertyOf(one)])),
  };
}

function propertyOf(option: Option): Readonly<Record<string, unknown>> {
  const description = (option.inputDescription ?? option.description).replaceAll('`', '');
  return { description, ...typeOf(option.kind) };
}

function typeOf(kind: Kind): Readonly<Record<string, unknown>> {
  switch (kind.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: kind.values };
    case 'integer':
    case 'number':
      return { type: kind.type, minimum: kind.min, maximum: kind.max };
    case 'duration':
      return { type: ['number', 'string'] };
    case 'list':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    default:
      return { type: 'string' };
  }
}
