import { readBoxFrames } from './box-frames.ts';
import { readBreakMarks } from './break-marks.ts';
import { cleanText } from './clean-text.ts';
import { readCloudRecords } from './cloud-records.ts';
import { createLogDecoder, type LogNature } from './decode-log.ts';
import { undoDoubledQuotes } from './doubled-quotes.ts';
import { readExceptionGroups } from './exception-groups.ts';
import { readHostExceptions } from './host-exceptions.ts';
import { readIpythonFrames } from './ipython-frames.ts';
import { readLateFrames } from './late-frames.ts';
import { readLeadIns } from './lead-ins.ts';
import { readLinkTexts } from './link-texts.ts';
import { type LogLine, toLogLine } from './log-line.ts';
import { restoreBreaks } from './lost-breaks.ts';
import { joinPartialLines } from './partial-lines.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';
import { readPrefixes } from './read-prefix.ts';
import { rejoinSentences } from './rejoin-sentences.ts';
import { rejoinWraps } from './rejoin-wraps.ts';
import { dropShellLines } from './shell-lines.ts';
import { createLineSplitter } from './split-lines.ts';
import { eachLine, inOrder, type Stage } from './stage.ts';
import { readCasts } from './terminal-casts.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';
import { unpackStrings } from './unpack-strings.ts';

/** Longer lines are cut once nothing is packed in them any more. */
const CAP = 4096;

/** Parameters of a test, which may be any text, in pytest's name for it. */
const PARAMETERS =
  /(?<=\.py::[\w:]{1,200})\[(?:(?!\] (?!- |(?:PASSED|FAILED|SKIPPED|XFAIL|XPASS|ERROR)\b)).){1,1000}?\](?=\s*$| - | (?:PASSED|FAILED|SKIPPED|XFAIL|XPASS|ERROR)\b)/;

/** What a line was before it was transported: first undo that, then read prefixes, then foreign forms. */
function stages(): Stage {
  return inOrder([
    readCasts(),
    eachLine((text) => (text.includes('\r') ? text.split(/\r+/) : text)),
    joinPartialLines(),
    decodeQuotedPrintable(),
    readCloudRecords(),
    unpackStrings(),
    readBreakMarks(),
    eachLine(cleaned),
    readExceptionGroups(),
    eachLine((text) => (text.includes('.py::') ? text.replace(PARAMETERS, '[…]') : text)),
    undoDoubledQuotes(),
    dropShellLines(),
    unescapeMarkdown(),
    readLinkTexts(),
    restoreBreaks(),
    eachLine((text) => (text.length > CAP ? text.slice(0, CAP) : text)),
    rejoinWraps(),
    readPrefixes(),
    rejoinWraps(),
    eachLine((text) => text.trimEnd()),
    rejoinSentences(),
    readBoxFrames(),
    readIpythonFrames(),
    readHostExceptions(),
    readLeadIns(),
    readLateFrames(),
  ]);
}

function cleaned(text: string): string | readonly string[] {
  const clean = cleanText(text);
  return clean.includes('\n') ? clean.split('\n') : clean;
}

/** The lines of a log, with everything undone that happened to them on their way. */
export interface LogLines {
  lines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<LogLine>;
  /** Known when all lines were read. */
  readonly nature: LogNature;
}

/**
 * Reads a log as a stream: what is kept of it is a window of some lines, whatever its size.
 */
export function createLogLines(): LogLines {
  const decoder = createLogDecoder();
  return {
    async *lines(chunks) {
      const splitter = createLineSplitter();
      const stage = stages();
      for await (const chunk of chunks) {
        for (const raw of splitter.read(decoder.decode(chunk))) {
          for (const line of stage.read(raw)) yield toLogLine(line);
        }
      }
      for (const raw of splitter.read(decoder.end())) {
        for (const line of stage.read(raw)) yield toLogLine(line);
      }
      for (const raw of splitter.end()) for (const line of stage.read(raw)) yield toLogLine(line);
      for (const line of stage.end()) yield toLogLine(line);
    },
    get nature() {
      return decoder.nature;
    },
  };
}
