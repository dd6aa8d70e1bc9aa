import { describe, expect, it } from '@jest/globals';
import { html } from '../../src/escape/html.ts';
import { joinMarkdown, markdown } from '../../src/escape/markdown.ts';
import { terminal } from '../../src/escape/terminal.ts';

describe('safe templates', () => {
  it('keep safe text of the same format', () => {
    const inner = markdown`**b**`;
    expect(markdown`a ${inner}`.text).toBe('a **b**');
    expect(html`<p>${html`<b>x</b>`}</p>`.text).toBe('<p><b>x</b></p>');
  });

  it('escape safe text of another format', () => {
    expect(markdown`${html`<b>`}`.text).toBe('&lt;b&gt;');
    expect(html`${terminal`<b>`}`.text).toBe('&lt;b&gt;');
  });

  it('escape a look-alike that was not made by a template', () => {
    const forged = JSON.parse('{"format":"html","text":"<script>"}');
    expect(html`${forged}`.text).toBe('&lt;script&gt;');
    expect(() => joinMarkdown([forged], '')).toThrow(TypeError);
  });

  it('cannot be changed afterwards', () => {
    const safe = html`x` as { text: string };
    expect(() => {
      safe.text = '<script>';
    }).toThrow(TypeError);
  });
});

describe('html', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['" onclick="x', '&quot; onclick=&quot;x'],
    ["' `", '&#39; &#96;'],
    ['a & b', 'a &amp; b'],
    ['\u0000\u202e', '\\x00\\u202e'],
  ])('escapes %j', (text, expected) => {
    expect(html`${text}`.text).toBe(expected);
  });
});
