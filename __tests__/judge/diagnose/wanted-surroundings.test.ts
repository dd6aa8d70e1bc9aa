import { diagnose } from '../../../src/judge/diagnose/diagnose.ts';
import type { Sibling } from '../../../src/judge/diagnose/evidence.ts';
import { evidenceOf, load, observed, raisedBy } from './made-evidence.ts';

function failed(text: string) {
  const exceptions = [raisedBy(text)];
  const events = [load('begin', 'pkg._ext'), load('fail', 'pkg._ext', exceptions)];
  return observed({ outcome: { kind: 'raised' }, exceptions, events });
}

describe('an import that wants something of its surroundings', () => {
  it.each([
    ['EOFError: EOF when reading a line', 'reads from standard input'],
    ['RuntimeError: input(): lost sys.stdin', 'reads from standard input'],
    ["termios.error: (25, 'Inappropriate ioctl for device')", 'wants a terminal'],
    ['OSError: [Errno 25] Inappropriate ioctl for device', 'wants a terminal'],
    ['_curses.error: setupterm: could not find terminal', 'wants a terminal'],
    ["OSError: [Errno 6] No such device or address: '/dev/tty'", 'wants a terminal'],
    ['_tkinter.TclError: couldn\'t connect to display ":0"', 'wants a display'],
    ['ImportError: cannot connect to X server ', 'wants a display'],
    ['_tkinter.TclError: no display name and no $DISPLAY environment variable', 'wants a display'],
    ["KeyError: 'DISPLAY'", 'wants a display'],
    ['RuntimeError: Set the environment variable DISPLAY', 'wants a display'],
    [
      'glfw.GLFWError: (65550) b"X11: The DISPLAY environment variable is missing"',
      'wants a display',
    ],
    ['OSError: The environment variable WAYLAND_DISPLAY is not set', 'wants a display'],
    ['pyglet.display.xlib.NoSuchDisplayException: Cannot connect to "None"', 'wants a display'],
    ['socket.gaierror: [Errno -3] Temporary failure in name resolution', 'asks the network'],
    ['urllib.error.URLError: <urlopen error [Errno 111] Connection refused>', 'asks the network'],
    [
      "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='x.org', port=443): Max retries exceeded with url: /",
      'asks the network',
    ],
    ['ConnectionRefusedError: [Errno 111] Connection refused', 'asks the network'],
  ])('%s: it %s', (text, wants) => {
    const observation = failed(text);
    const found = diagnose(evidenceOf({ observation }));
    expect(found?.title).toBe(`\`pkg\` ${wants} when it is imported, and fails without`);
    expect([found?.kind, found?.category]).toEqual(['unclassified', 'unrelated']);
    expect(found?.fix).toMatch(/^Do that when a function is called/);
  });

  it.each([
    ['ValueError: terminal value'],
    ['EOFError: Ran out of input'],
    ['OSError: [Errno 9] Bad file descriptor'],
    ['ValueError: DISPLAY_WIDTH is not set'],
    ['TypeError: display must be a string'],
    ['ValueError: cannot display the missing variable'],
    ['ImportError: cannot import name connect'],
  ])('%s says nothing of them', (text) => {
    const observation = failed(text);
    expect(diagnose(evidenceOf({ observation }))?.title).not.toMatch(/fails without/);
  });

  it('says how to check it with a display, and in a log, too, what is missing', () => {
    const text = '_tkinter.TclError: no display name and no $DISPLAY environment variable';
    const found = diagnose(evidenceOf({ observation: failed(text) }));
    expect(found?.fix).toContain('xvfb-run');
    expect(found?.fix).toContain('--environment DISPLAY --environment XAUTHORITY');
    const logged = diagnose(evidenceOf({ observation: failed(text), combination: null }));
    expect(logged?.title).toMatch(/wants a display/);
  });

  it('leaves alone what only some NumPys have', () => {
    const observation = failed('OSError: [Errno 25] Inappropriate ioctl for device');
    const sibling: Sibling = {
      combination: 'py3.11-np1.26.4',
      python: '3.11.7',
      numpy: '1.26.4',
      outcome: { kind: 'imported' },
      fingerprint: null,
      installed: { numpy: '1.26.4' },
    };
    const siblings = [sibling];
    expect(diagnose(evidenceOf({ observation, siblings }))?.title).not.toMatch(/fails without/);
  });
});
