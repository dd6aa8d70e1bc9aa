import { eachLine, type Stage } from './stage.ts';

/** No path and no message has these; a Markdown editor writes them. */
const PROOF =
  /\\[<>]|\\_\\_|[A-Za-z]\\_[A-Z]+\\_API|last call\\\)|in \\<|\w\.\\_|[A-Z]\\_[A-Z]+\\_[A-Z]/;
const ESCAPE = /\\([\\`*_{}[\]()<>#+.!|~-])/g;

/**
 * Takes off Markdown's backslashes (`\_\_init\_\_.py`, `in \<module\>`), once something proved that
 * they are Markdown's: in a Windows path `\_` is a folder's beginning.
 */
export function unescapeMarkdown(): Stage {
  let proven = false;
  return eachLine((text) => {
    if (!text.includes('\\')) return text;
    const here = PROOF.test(text);
    proven ||= here;
    if (!proven || (!here && /(?:^|[^\\])_/.test(text))) return text;
    return text.replace(ESCAPE, '$1');
  });
}
