import type { Evidence, EvidenceException } from '../evidence.ts';

const LINKS = {
  first: '',
  cause: 'The above exception was the direct cause of the following exception:\n\n',
  context: 'During handling of the above exception, another exception occurred:\n\n',
} as const;

/** Evidence as plain text, in the shape that a Python programmer knows. */
export function evidenceText(evidence: Evidence): string {
  return evidenceParts(evidence)
    .map(([title, text]) => (title === CHAIN ? text : `${title}:\n${text}`))
    .join('\n\n');
}

const CHAIN = 'Exception';

/** The same in titled parts, those that are there. */
export function evidenceParts(
  evidence: Evidence,
): readonly (readonly [title: string, text: string])[] {
  const { phase, step, culpritFile, shadowedBy, truncated } = evidence;
  const about = [
    `phase: ${phase}`,
    ...(step === null ? [] : [`step: import ${step}`]),
    ...(culpritFile === null ? [] : [`file: ${culpritFile}`]),
    ...(shadowedBy === null ? [] : [`its name loaded: ${shadowedBy}`]),
    ...(evidence.confirmed ? ['confirmed by a second, clean run'] : []),
    ...(truncated ? ['some of the text below was left out'] : []),
  ];
  const parts: readonly (readonly [string, string])[] = [
    [CHAIN, chainText(evidence.exceptions)],
    ['Native stack', nativeText(evidence)],
    ['stderr', evidence.stderr],
    ['stdout', evidence.stdout],
    ['Runs disagree', evidence.disagreement.join('\n')],
    ['Where', about.join('\n')],
  ];
  return parts.filter(([, text]) => text.trim() !== '');
}

/** The chain as Python prints it: the cause above what came of it. */
function chainText(exceptions: readonly EvidenceException[]): string {
  const shown = [...exceptions].reverse().map((exception, index, all) => {
    // The link is kept with the inner one; it is said above the outer one.
    const link = index === 0 ? '' : LINKS[all[index - 1]?.link ?? 'first'];
    return `${link}${exceptionText(exception)}`;
  });
  return shown.join('\n\n');
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
