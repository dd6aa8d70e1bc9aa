import { eachLine, type Stage } from './stage.ts';

/** Undoes what CSV does to quotes, from the first frame on that shows it (`File ""x.py""`). */
export function undoDoubledQuotes(): Stage {
  let proven = false;
  return eachLine((text) => {
    proven ||= text.includes('File ""');
    return proven && text.includes('""') ? text.replaceAll('""', '"') : text;
  });
}
