import type { Stage } from './stage.ts';

/** `gcloud logging read` and its like print a record in several lines, one of them the text. */
const TEXT = /^\s*(?:textPayload|message): (["'])(.*)\1\s*$/;
const BESIDE =
  /^\s*(?:-{3}$|(?:timestamp|severity|insertId|logName|receiveTimestamp|labels|resource|type|trace|spanId|[\w.]+_(?:name|id)|location): ?\S*$)/;

/** Takes the text out of records that have a field per line, and leaves the other fields out. */
export function readCloudRecords(): Stage {
  let inRecords = false;
  return {
    read(line) {
      const { text } = line;
      const [, quote, told] = TEXT.exec(text) ?? [];
      if (told !== undefined && text.trimStart().startsWith('textPayload')) inRecords = true;
      if (!inRecords) return [line];
      if (told === undefined) return BESIDE.test(text) ? [] : [line];
      const plain =
        quote === '"' ? told.replaceAll(/\\(["\\])/g, '$1') : told.replaceAll("''", "'");
      return [{ number: line.number, text: plain }];
    },
    end: () => [],
  };
}
