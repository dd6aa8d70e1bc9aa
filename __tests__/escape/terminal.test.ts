import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { cutTo, paintWith, terminal, widthOf, wrap } from '../../src/escape/terminal.ts';

describe('terminal', () => {
  it.each([
    ['a\u001b[2Jb', 'a\\x1b[2Jb'],
    ['\u009b31m', '\\x9b31m'],
    ['user\u202egnp.exe', 'user\\u202egnp.exe'],
    ['a\u200bb\ufeff\u2066', 'a\\u200bb\\ufeff\\u2066'],
    ['one\r\ntwo', 'one\\r\\ntwo'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\ud800'],
    ['naïve 数组 ✓', 'naïve 数组 ✓'],
  ])('shows %j as %j', (text, expected) => {
    expect(terminal`${text}`.text).toBe(expected);
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(terminal`${text}`.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  it('colours only through the option', () => {
    expect(paintWith(false)('red', terminal`x`).text).toBe('x');
    expect(paintWith(true)('red', terminal`x`).text).toBe('\u001b[31mx\u001b[39m');
    expect(widthOf(paintWith(true)('red', terminal`数x`))).toBe(3);
  });
});

describe('widthOf', () => {
  it('says of plain text what the library says', () => {
    const letter = fc.constantFrom(...' aZ09~`|·×–—…✓✗“”‘’≤≥→−');
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(widthOf(terminal`${text}`)).toBe(stringWidth(text));
      }),
    );
  });

  it.each([
    ['✅', 2],
    ['e\u0301', 1],
    ['数', 2],
  ])('%s has the width of what is seen', (text, width) => {
    expect(stringWidth(text)).toBe(width);
    expect(widthOf(terminal`${text}`)).toBe(width);
  });
});

describe('cutTo', () => {
  it.each([
    ['abcdef', 4, 'abc…'],
    ['abc', 3, 'abc'],
    ['数组数组', 5, '数组…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['abc', 0, ''],
  ])('%j to %j columns', (text, width, expected) => {
    expect(cutTo(text, width).text).toBe(expected);
  });
});

describe('wrap', () => {
  it('keeps every line within the width and loses no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 8, max: 60 }),
        (text, width) => {
          const lines = wrap(text, width);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
          const joined = lines.map((line) => line.text).join('');
          expect(joined.replaceAll(' ', '')).toBe(
            text
              .split(/\r\n|\r|\n/)
              .map((line) => terminal`${line}`.text)
              .join('')
              .replaceAll(' ', ''),
          );
        },
      ),
    );
  });
});
