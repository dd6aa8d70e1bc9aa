import { stripAnsi } from '../../escape/plain-text.ts';

/** One line of a log, with what CI systems and test runners put in front taken off. */
export interface LogLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** True for pytest's `E   ` lines. */
  readonly pytest: boolean;
}

/** Longer lines are cut: no text that is looked for is that long. */
const CAP = 4096;

// GitHub's time stamps and `##[error]`; act's `[job/step]   | `; `docker compose`'s `name-1  | `.
const PREFIX =
  /^\uFEFF?(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z? )?(?:\[[^\]\n]{1,80}\] {1,4}\| ?|[\w.-]+-\d+ +\| )?(?:##\[(?:error|warning|notice|debug|group)\])?/;
const PYTEST = /^E {1,3}(?=\S|\s{2,}File|$)/;

function clean(number: number, raw: string): LogLine {
  const bare = stripAnsi(raw).replace(/\r$/, '').replace(PREFIX, '');
  const text = bare.slice(bare.lastIndexOf('\r') + 1);
  const pytest = PYTEST.test(text);
  return { number, text: (pytest ? text.replace(PYTEST, '') : text).trimEnd(), pytest };
}

/** Splits a stream of chunks into lines; memory is bounded by the cap, not by the log. */
export async function* readLogLines(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<LogLine> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      number += 1;
      const room = Math.max(0, CAP - rest.length);
      yield clean(number, rest + text.slice(start, Math.min(end, start + room)));
      rest = '';
      start = end + 1;
    }
    if (rest.length < CAP) rest += text.slice(start, start + CAP - rest.length);
  }
  if (rest !== '') yield clean(number + 1, rest);
}
