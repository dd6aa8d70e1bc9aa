import type { Evidence, EvidenceException } from '../evidence.ts';

const LINKS = {
  first: '',
  cause: 'The above exception was the direct cause of the following exception:\n\n',
  context: 'During handling of the above exception, another exception occurred:\n\n',
} as const;

/** Evidence as plain text, in the shape that a Python programmer knows: innermost cause first. */
export function evidenceText(evidence: Evidence): string {
  const parts = [
    ...chainText(evidence.exceptions),
    ...(evidence.nativeFrames.length > 0 ? [`Native stack:\n${nativeText(evidence)}`] : []),
    ...(evidence.stderr.trim() === '' ? [] : [`stderr:\n${evidence.stderr}`]),
    ...(evidence.stdout.trim() === '' ? [] : [`stdout:\n${evidence.stdout}`]),
    ...(evidence.disagreement.length > 0
      ? [`Runs disagree:\n${evidence.disagreement.join('\n')}`]
      : []),
  ];
  return parts.join('\n\n');
}

/** The chain as Python prints it: the cause above what came of it. */
function chainText(exceptions: readonly EvidenceException[]): readonly string[] {
  const shown = [...exceptions].reverse().map((exception, index, all) => {
    // The link is kept with the inner one; it is said above the outer one.
    const link = index === 0 ? '' : LINKS[all[index - 1]?.link ?? 'first'];
    return `${link}${exceptionText(exception)}`;
  });
  return shown.length > 0 ? [shown.join('\n\n')] : [];
}

function exceptionText({ type, message, frames }: EvidenceException): string {
  const lines = frames.flatMap((frame) => [
    `  File "${frame.file}", line ${frame.line}, in ${frame.function}`,
    ...(frame.source === undefined ? [] : [`    ${frame.source.trim()}`]),
  ]);
  const head = lines.length > 0 ? ['Traceback (most recent call last):'] : [];
  return [...head, ...lines, message === '' ? type : `${type}: ${message}`].join('\n');
}

function nativeText({ nativeFrames }: Evidence): string {
  return nativeFrames
    .map((frame, index) => {
      const place = frame.file === null ? '' : ` at ${frame.file}:${frame.line ?? '?'}`;
      const library = frame.library === null ? '' : ` (${frame.library})`;
      return `  #${index} ${frame.function}${place}${library}`;
    })
    .join('\n');
}
