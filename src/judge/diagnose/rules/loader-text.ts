import type { LocationHints } from '../../../model/finding.ts';
import { type Platform, platformNamed } from '../../../packaging/platforms.ts';
import { alike } from '../alike.ts';
import { changedAlong, pinAlong, tellAlong } from '../changed-along.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { describeHistory } from '../history.ts';
import { platformOf } from '../platform-of.ts';
import { diagnosis, fixFor, type Kind, sentences, shownBy } from '../rule.ts';
import { type Hit, type Symptoms, search } from '../symptoms.ts';
import { isKnownWindowsText, isWindowsText, type WindowsMeaning } from '../windows-texts.ts';

/** How Linux finds and loads shared libraries. */
export const LD = 'https://man7.org/linux/man-pages/man8/ld.so.8.html';
/** What puts them into wheels. */
export const MANYLINUX = 'https://github.com/pypa/auditwheel';

/** What a rule of the loader says of one failure. */
export interface Text {
  /** What is missing or wrong: another one is another cause. */
  readonly what: string | null;
  readonly title: string;
  readonly why: string;
  readonly own: string;
  readonly dependency: string;
  readonly hints?: LocationHints;
}

/**
 * Makes a diagnosis of what a loader said. The same file loads beside another NumPy only where
 * something else differs there: NumPy is no library that a loader looks for.
 */
export function loader(kind: Kind, symptoms: Symptoms, hit: Hit, text: Text): Diagnosis {
  const along = changedAlong(symptoms.evidence, symptoms.history);
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: text.title,
      explanation: sentences(
        text.why,
        describeHistory(symptoms.history, scope),
        along.length > 0 && tellAlong(along),
      ),
      fix: sentences(
        along.length > 0 && pinAlong(along),
        fixFor(symptoms, { own: text.own, dependency: text.dependency }),
      ),
    }),
    facts: { what: text.what },
    key: [text.what === null ? null : alike(text.what)],
    evidence: shownBy(symptoms, hit),
    ...(text.hints && { hints: text.hints }),
  });
}

/** What a user of the system can do on which it failed. */
export function adviceFor(symptoms: Symptoms): Platform {
  return platformNamed(platformOf(symptoms));
}

/** What Windows said when a DLL did not load, when it has that meaning; its own words are group 1. */
export function windows(symptoms: Symptoms, meaning: WindowsMeaning): Hit | undefined {
  const hit = search(symptoms, /DLL load failed(?: while importing (?:\S+?))?: (?:%1 )?(.*)/);
  const told = hit?.match[1] ?? '';
  // A language that is not known here: by far the most are missing DLLs.
  const foreign = meaning === 'not-found' && /[^\0-\x7f]/.test(told) && !isKnownWindowsText(told);
  if (!hit || !(isWindowsText(told, meaning) || foreign)) return undefined;
  // The text names no library: nothing for callers to quote.
  const match = Object.assign([hit.match[0]], { index: hit.match.index, input: hit.match.input });
  return { ...hit, match: match as unknown as RegExpExecArray };
}
