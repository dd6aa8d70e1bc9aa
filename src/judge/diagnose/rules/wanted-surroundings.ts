import { headline } from '../../../escape/plain-text.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { leaveOut } from '../leave-out.ts';
import { projectFrame } from '../project-frame.ts';
import {
  describeCulprit,
  diagnosis,
  fixFor,
  type Kind,
  nameOf,
  runningNumpy,
  sentences,
  shownBy,
} from '../rule.ts';
import { describeException, type Symptoms } from '../symptoms.ts';

/** Something that a desk has and a check, a service or a CI job lacks. */
interface Surroundings {
  readonly id: 'standard-input' | 'terminal' | 'display' | 'network';
  /** As Python, its library and the usual clients say that it is not there. */
  readonly says: RegExp;
  /** As a verb and its object. */
  readonly wants: string;
  /** Why it is not there. */
  readonly lacks: string;
  /** Instead of that, in the package. */
  readonly own: string;
  /** How to check it all the same, whoever's it is. */
  readonly besides?: string;
}

const AT_CALL = 'Do that when a function is called, not at import';

const ALL: readonly Surroundings[] = [
  {
    id: 'standard-input',
    says: /^EOFError: EOF when reading a line|: input\(\): lost sys\.stdin|reading from stdin while output is captured/,
    wants: 'reads from standard input',
    lacks:
      'A check has nobody who could answer: its standard input is closed, as in services and CI jobs.',
    own: `${AT_CALL}; take an answer from an argument or the environment.`,
  },
  {
    id: 'terminal',
    says: /^termios\.error\b|^_?curses\.error\b|\[Errno 25\] Inappropriate ioctl for device|could not find terminal|\[Errno 6\] No such device or address: '\/dev\/tty'/,
    wants: 'wants a terminal',
    lacks: 'A check has no terminal, as services and CI jobs have none.',
    own: `${AT_CALL}, and go on without it where \`sys.stdout.isatty()\` is false (\`shutil.get_terminal_size()\` does so).`,
  },
  {
    id: 'display',
    says: /(?:[Cc]annot|[Cc]ould not|[Cc]ouldn't|[Uu]nable to) (?:open|connect to)(?: X)? (?:display|server)|DisplayConnectionError|NoSuchDisplayException|\b(?:WAYLAND_)?DISPLAY\b.*(?:environment|variable|not set|missing|unset)|(?:environment|variable|not set|missing|unset|[Ss]et the)\b.*\bDISPLAY\b|^KeyError: '(?:WAYLAND_)?DISPLAY'|[Nn]o display (?:name|found)/,
    wants: 'wants a display',
    lacks: 'A check has no display, as most servers and CI jobs have none.',
    own: `${AT_CALL}.`,
    besides:
      'To check it with one, start the check below `xvfb-run` and hand on `--environment DISPLAY --environment XAUTHORITY` (input `environment`).',
  },
  {
    id: 'network',
    says: /^(?:socket\.)?gaierror\b|^urllib\.error\.(?:URLError|HTTPError)\b|^(?:requests|urllib3|httpx|httpcore|aiohttp)\.[\w.]*(?:Connect|Timeout|Proxy|SSL|MaxRetry|HTTP)\w*|^Connection(?:Refused|Reset)Error\b|\[Errno 101\] Network is unreachable|Temporary failure in name resolution|getaddrinfo failed|Max retries exceeded with url/,
    wants: 'asks the network',
    lacks: 'What it asked could not be reached from here, or refused.',
    own: `${AT_CALL}; what it downloads, bring along or keep on disk.`,
  },
];

/** Whether a variable says where a display is: what is missing is the display, not its name. */
export function isDisplayVariable(name: string | null): boolean {
  return name === 'DISPLAY' || name === 'WAYLAND_DISPLAY';
}

/**
 * A failure that a desk would not have shown: the import wanted something of its surroundings. Not
 * where one side of NumPys alone has it.
 *
 * @param kind that it is told as
 */
export function ofSurroundings(kind: Kind, symptoms: Symptoms): Diagnosis | undefined {
  const texts = symptoms.chain.map(describeException);
  const found = ALL.find(({ says }) => texts.some((text) => says.test(text)));
  const what = symptoms.chain[0] && headline(describeException(symptoms.chain[0]));
  if (found === undefined || what === undefined) return undefined;
  const smoke = symptoms.evidence.smoke && symptoms.evidence.observation.phase === 'call';
  const name = smoke ? 'The smoke code' : nameOf(symptoms.culprit);
  const source = projectFrame(symptoms);
  return diagnosis(kind, symptoms, {
    tell: (scope) => ({
      title: `${name} ${found.wants}${smoke ? '' : ' when it is imported'}, and fails without`,
      explanation: sentences(
        `${smoke ? name : describeCulprit(symptoms.culprit)} failed under ${runningNumpy(symptoms, scope)} with \`${what}\`.`,
        found.lacks,
        'NumPy is not the cause.',
      ),
      fix: smoke
        ? 'Take that out of the smoke code.'
        : fixFor(symptoms, {
            own: sentences(found.own, found.besides),
            dependency: sentences(
              `Report it to the maintainers of ${name}: an import should not need it.${leaveOut(symptoms)}`,
              found.besides,
            ),
          }),
    }),
    facts: { exception: what, wants: found.id, ...(smoke && { smokeItself: true }) },
    key: [found.id, smoke],
    evidence: shownBy(symptoms),
    category: 'unrelated',
    hints: { ...(source && { source }) },
  });
}
