import type { Provenance } from '../model/config.ts';
import type { Problem } from './problem.ts';

/** One option as the user gave it somewhere, not read yet. */
export interface Given {
  /** Name in the table of options. */
  readonly name: string;
  /** One text, or one for each time that a repeatable flag was given. */
  readonly texts: readonly string[];
  readonly provenance: Provenance;
}

/** What one source (flags, inputs, pyproject.toml) says, and what is wrong with it. */
export interface Layer {
  readonly given: readonly Given[];
  readonly problems: readonly Problem[];
}

/** How a message names the place. */
export function placeOf(name: string, provenance: Provenance): string {
  switch (provenance.kind) {
    case 'flag':
      return provenance.name;
    case 'input':
      return `input ${provenance.name}`;
    case 'pyproject':
      return `${provenance.file} line ${provenance.line}, ${name}`;
    case 'default':
      return `default of ${name}`;
  }
}
