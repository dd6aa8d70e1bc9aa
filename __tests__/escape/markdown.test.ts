import { describe, expect, it } from '@jest/globals';
import { attribute, code, fence, markdown, prose } from '../../src/escape/markdown.ts';

describe('markdown', () => {
  it.each([
    ['a_b *c* [d](e)', 'a\\_b \\*c\\* \\[d\\]\\(e\\)'],
    ['<img src=x>', '&lt;img src\\=x&gt;'],
    ['a | b\nc', 'a &#124; b c'],
    ['@octocat x@y.z', '@&#8203;octocat x@&#8203;y.z'],
    ['see #12 or GH-3', 'see \\#&#8203;12 or GH-&#8203;3'],
    ['https://a.b www.a.b', 'https:&#8203;//a.b www&#8203;.a.b'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['1.26', '1.26'],
    [':heavy_check:', ':&#8203;heavy\\_check:'],
    ['\u202e\u001b', '\\\\u202e\\\\x1b'],
  ])('escapes %j', (text, expected) => {
    expect(markdown`${text}`.text).toBe(expected);
  });

  it.each([
    ['a', '`a`'],
    ['a `b` c', '``a `b` c``'],
    ['`a', '`` `a ``'],
    ['a|b', '<code>a&#124;b</code>'],
    ['a\nb', '`a b`'],
  ])('code %j', (text, expected) => {
    expect(code(text).text).toBe(expected);
  });

  it('keeps code in prose and escapes the rest', () => {
    expect(prose('use `a_b<c>` not <b> `').text).toBe('use `a_b<c>` not &lt;b&gt; \\`');
  });

  it('fences what holds a fence', () => {
    expect(fence('```\n</details>').text).toBe('````text\n```\n</details>\n````');
  });

  it('lets nothing out of an attribute or a table cell', () => {
    expect(attribute('" onx="|\n').text).toBe('&quot; onx=&quot;&#124; ');
  });
});
