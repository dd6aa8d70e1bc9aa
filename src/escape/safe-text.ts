/** The places text goes to; each has characters of its own that mean something there. */
export type Format = 'command' | 'log' | 'markdown' | 'html' | 'terminal' | 'xml';

/**
 * Text that may go out as it is in one format.
 *
 * Only the templates and functions of this folder make it, so a sink that accepts nothing else
 * cannot be handed raw text: forgetting to escape is a type error, and a look-alike object made
 * elsewhere (from JSON, say) is escaped like any other value.
 */
export interface SafeText<F extends Format> {
  readonly format: F;
  readonly text: string;
}

export type Interpolation = string | number | SafeText<Format>;

/** What this folder made: nothing from elsewhere has its private field, and nobody can change it. */
class Made<F extends Format> implements SafeText<F> {
  readonly #format: F;
  readonly #text: string;

  constructor(format: F, text: string) {
    this.#format = format;
    this.#text = text;
  }

  get format(): F {
    return this.#format;
  }

  get text(): string {
    return this.#text;
  }

  static isOf(value: object, format: Format): boolean {
    return #format in value && value.#format === format;
  }
}

/** For the files of this folder only: vouch that `text` is safe in `format`. */
export function vouch<F extends Format>(format: F, text: string): SafeText<F> {
  return new Made(format, text);
}

/** Whether the value was made in this folder, for that very format. */
function isSafe<F extends Format>(value: unknown, format: F): value is SafeText<F> {
  return typeof value === 'object' && value !== null && Made.isOf(value, format);
}

/**
 * Makes a tagged template that escapes every interpolation but safe text of the same format.
 * Safe text of another format is escaped like any text. `finish` sees the whole: what is harmless in
 * two pieces may not be when they meet.
 */
export function safeTemplate<F extends Format>(
  format: F,
  escapeText: (text: string) => string,
  finish: (text: string) => string = (text) => text,
): (strings: TemplateStringsArray, ...values: readonly Interpolation[]) => SafeText<F> {
  return (strings, ...values) => {
    let text = strings[0] ?? '';
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? '';
      text += isSafe(value, format) ? value.text : escapeText(plain(value));
      text += strings[index + 1] ?? '';
    }
    return vouch(format, finish(text));
  };
}

/** Safe texts of one format, put together with a separator written in our source. */
export function joinSafe<F extends Format>(
  format: F,
  parts: readonly SafeText<F>[],
  separator: string,
): SafeText<F> {
  // Put together letter by letter once, where the whole is written: thousands of parts are parts of parts.
  let text = '';
  parts.forEach((part, at) => {
    text += at === 0 ? checked(part, format) : separator + checked(part, format);
  });
  return vouch(format, text);
}

function checked<F extends Format>(part: SafeText<F>, format: F): string {
  if (!isSafe(part, format)) throw new TypeError(`not safe ${format} text`);
  return part.text;
}

function plain(value: Interpolation): string {
  if (typeof value === 'object') return String(value.text);
  return String(value);
}
