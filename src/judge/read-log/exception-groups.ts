import type { Stage } from './stage.ts';

// CPython Lib/traceback.py, `TracebackException.format`: a margin at each level of the group.
const HEAD = /^(.*?)(?: {2})?\+ Exception Group (Traceback \(most recent call last\):)$/;
const RULE = /^ *\+[-+]/;
const MARGIN = /^ *\| ?/;

/** Takes the margin off the tracebacks that an `ExceptionGroup` holds, behind whatever prefix. */
export function readExceptionGroups(): Stage {
  let prefix: string | undefined;
  return {
    read(line) {
      const { number, text } = line;
      const [, before, head] = text.includes('Exception Group') ? (HEAD.exec(text) ?? []) : [];
      if (before !== undefined && head) {
        prefix = before;
        return [{ number, text: `${before}${head}` }];
      }
      if (prefix === undefined) return [line];
      // Times have the same length on each line.
      const [start, rest] = [text.slice(0, prefix.length), text.slice(prefix.length)];
      if (RULE.test(rest)) return [{ number, text: start }];
      if (MARGIN.test(rest)) return [{ number, text: `${start}${rest.replace(MARGIN, '')}` }];
      prefix = undefined;
      return [line];
    },
    end: () => [],
  };
}
