import type { Config } from './config.ts';
import { listOf } from './lists.ts';
import { OPTIONS } from './options.ts';

/** What a command is repeated from. */
export type Asked = Pick<Config, 'given'> &
  Pick<Config['run'], 'smoke'> &
  Pick<Config['axes'], 'pythons'>;

/** The part of a configuration that a command is repeated from. */
export function askedBy({ given, run, axes }: Pick<Config, 'given' | 'run' | 'axes'>): Asked {
  return { given, smoke: run.smoke, pythons: axes.pythons };
}

/**
 * The words after `check` that ask for the same again, from the table of options and from what was
 * given by flag or input; what stands in pyproject.toml is read there again.
 *
 * @returns unquoted, without Pythons and NumPys, secrets still in them: `['.', '--smoke', 'smoke.py']`
 */
export function askedWords(config: Pick<Asked, 'given' | 'smoke'>): readonly string[] {
  const given = new Map(config.given.map((one) => [one.name, one.texts]));
  const words = OPTIONS.flatMap((option): readonly string[] => {
    const texts = given.get(option.name);
    if (texts === undefined || !option.reproduced) return [];
    const [first = ''] = texts;
    if (option.flag === null) return [first.trim()];
    const flag = `--${option.flag}`;
    switch (option.kind.type) {
      case 'boolean':
        return [/^(?:false|no|off|0)$/i.test(first.trim()) ? `--no-${option.flag}` : flag];
      case 'list': {
        const { words: byWord } = option.kind;
        return texts
          .flatMap((text) => listOf(text, { words: byWord }))
          .flatMap((one) => [flag, one]);
      }
      default:
        // Code of an input is no file; the reader saves it as one.
        if (option.name === 'smoke' && config.smoke?.file === null) return [flag, 'smoke.py'];
        return [flag, first.trim()];
    }
  });
  const named = given.has('project') || given.has('wheels') || given.has('packages');
  return [...(named ? [] : ['.']), ...words];
}
