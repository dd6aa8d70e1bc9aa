// Makes docs/images/ from a real run of examples/my-extension: as an action for the annotations, the
// job summary and the page, and in a terminal. Needs chromium, a C compiler and some Pythons:
//
//     npm run bundle && node scripts/screenshots.mjs
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const IMAGES = 'docs/images';
const PROJECT = 'examples/my-extension';
const AXES = {
  'python-version': '3.10\n3.11\n3.12',
  'numpy-version': '1.23\n1.24\n1.25\n1.26\n2.0\n2.1\n2.2',
};
const DIST = process.env['DIST'] ?? 'dist';
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const folder = await mkdtemp(join(tmpdir(), 'screenshots-'));
try {
  await mkdir(IMAGES, { recursive: true });
  const { stdout, summary } = await runAction();
  const text = await runCli();
  // What this machine could not set up is no picture of the product.
  if (/could not be set up/.test(summary + text)) throw new Error(`not all was set up:\n${text}`);
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  const shoot = async (name, html, options) => {
    const file = join(folder, `${name}.html`);
    if (html !== null) await writeFile(file, html);
    const { width = 980, height = 640, address = `file://${file}`, full = true } = options ?? {};
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5 });
    await page.goto(address);
    await page.waitForTimeout(300);
    const part = full ? page.locator('.shot').first() : page;
    await part.screenshot({ path: join(IMAGES, `${name}.png`) });
    await page.close();
  };
  await shoot('annotations', annotationsPage(stdout));
  await shoot('summary', await summaryPage(summary));
  await shoot('terminal', terminalPage(text), { width: 1000 });
  const report = `file://${join(folder, 'reports', 'report.html')}`;
  await shoot('page', null, { width: 1180, height: 1000, address: report, full: false });
  const cell = '#cell=py3.12-np2.2.6';
  await shoot('cell', null, { width: 1180, height: 760, address: `${report}${cell}`, full: false });
  await browser.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The action as a runner starts it: inputs in the environment, commands on standard output. */
async function runAction() {
  const summary = join(folder, 'summary.md');
  await writeFile(summary, '');
  const inputs = { ...AXES, project: PROJECT, 'report-dir': join(folder, 'reports') };
  const stdout = await run([`${DIST}/action.mjs`], {
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_WORKSPACE: process.cwd(),
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: folder,
  });
  return { stdout, summary: await readFile(summary, 'utf8') };
}

async function runCli() {
  const axes = Object.entries(AXES).flatMap(([name, values]) =>
    values.split('\n').flatMap((value) => [`--${name.replace('-version', '')}`, value]),
  );
  const words = [`${DIST}/cli.mjs`, 'check', PROJECT, ...axes];
  const text = await run(words, { FORCE_COLOR: '1', CI: '' });
  return `\u001b[2m$ node ${words.join(' ')}\u001b[22m\n\n${text}`;
}

function run(argv, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text));
  });
}

/** As the list of a check run shows them. */
function annotationsPage(stdout) {
  const rows = [...stdout.matchAll(/^::(error|warning|notice) (.*?)::(.*)$/gm)].map(
    ([, level, properties, message]) => {
      const known = Object.fromEntries(
        properties
          .split(',')
          .map((pair) => [
            pair.slice(0, pair.indexOf('=')),
            decode(pair.slice(pair.indexOf('=') + 1)),
          ]),
      );
      const place = known.file ? `${known.file}#L${known.line ?? 1}` : '';
      return `<div class="one ${level}"><p class="place">${escapeText(place)}</p><p class="title">${escapeText(known.title ?? '')}</p><pre>${escapeText(decode(message))}</pre></div>`;
    },
  );
  return page(
    `<div class="shot list"><h2>Annotations</h2><p class="soft">${rows.length} annotations</p>${rows.join('')}</div>`,
    `.list{width:920px;padding:16px 20px}h2{margin:0;font-size:20px}.soft{color:#59636e;margin:2px 0 12px}
     .one{border:1px solid #d1d9e0;border-left:5px solid;border-radius:6px;padding:10px 14px;margin:0 0 10px}
     .error{border-left-color:#cf222e}.warning{border-left-color:#bf8700}.notice{border-left-color:#0969da}
     .place{color:#59636e;font:12px ui-monospace,"DejaVu Sans Mono",monospace;margin:0}.title{font-weight:600;margin:4px 0}
     pre{white-space:pre-wrap;font:12.5px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;margin:0}`,
  );
}

async function summaryPage(markdown) {
  const css = await readFile(
    require.resolve('github-markdown-css/github-markdown-light.css'),
    'utf8',
  );
  const body = marked.parse(markdown, { gfm: true });
  return page(
    `<div class="shot box"><article class="markdown-body">${body}</article></div>`,
    `${css} .box{width:920px;padding:18px 26px;background:#fff}.markdown-body{font-family:system-ui,"DejaVu Sans","Noto Color Emoji",sans-serif}`,
  );
}

function terminalPage(text) {
  const colours = { 1: 'b', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' };
  let open = [];
  const html = text.split(/(\u001b\[\d+m)/).map((part) => {
    const code = Number(/^\u001b\[(\d+)m$/.exec(part)?.[1] ?? 0);
    if (code === 0)
      return open.length > 0
        ? `<span class="${open.join(' ')}">${escapeText(part)}</span>`
        : escapeText(part);
    if (colours[code]) open = [...open, colours[code]];
    else open = open.slice(0, -1);
    return '';
  });
  return page(
    `<div class="shot term"><pre>${html.join('')}</pre></div>`,
    `.term{background:#161b22;color:#e6edf3;padding:16px 20px;width:960px}pre{margin:0;font:14px/1.45 "DejaVu Sans Mono",monospace;white-space:pre-wrap}
     .b{font-weight:700}.dim{color:#9da7b3}.red{color:#ff7b72}.green{color:#56d364}.yellow{color:#e3b341}.cyan{color:#79c0ff}`,
  );
}

function page(body, css) {
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fff;font-family:system-ui,"DejaVu Sans",sans-serif;color:#1f2328}${css}</style>${body}`;
}

function decode(text) {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_all, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function escapeText(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
