// Wires the page up.

const modules = /** @type {HTMLDetailsElement} */ (element('modules'));
const filtering = /** @type {HTMLDetailsElement} */ (element('filtering'));
const form = /** @type {HTMLFormElement} */ (element('filters'));

function show() {
  const now = state();
  for (const key of FILTERS) {
    const field = form.elements.namedItem(key);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      if (field.value !== (now.get(key) ?? '')) field.value = now.get(key) ?? '';
    }
  }
  showGrid();
  if (modules.open) fillModules();
  showFindings();
  showPanel();
}

function showFindings() {
  const now = state();
  const kind = now.get('kind') ?? '';
  for (const article of document.querySelectorAll('article[data-kind]')) {
    article.classList.toggle('hidden', kind !== '' && article.getAttribute('data-kind') !== kind);
    article.classList.toggle('here', article.id === `finding-${now.get('finding')}`);
  }
}

form.addEventListener('input', () => {
  /** @type {Record<string, string>} */
  const changes = {};
  for (const key of FILTERS) {
    const field = form.elements.namedItem(key);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      changes[key] = field.value;
  }
  change(changes);
});
form.addEventListener('submit', (event) => event.preventDefault());
element('clear').addEventListener('click', () => {
  const none = Object.fromEntries([...FILTERS, 'finding'].map((key) => [key, '']));
  change(none);
  element('field-module').focus();
});
document.addEventListener('keydown', moveInGrid);
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const cell = target?.closest('button[data-c]');
  if (cell instanceof HTMLElement) {
    change({ cell: data.combinations[Number(cell.dataset['c'])]?.id ?? '' }, true);
    return;
  }
  const module = target?.closest('button[data-module]');
  if (module instanceof HTMLElement) {
    change({ module: module.dataset['module'] ?? '' });
    element('matrix').scrollIntoView();
    return;
  }
  const copy = target?.closest('button.copy');
  if (copy instanceof HTMLElement) copyText(copy);
});

/** Where a page may not write to the clipboard, the text is selected at least. */
function copyText(/** @type {HTMLElement} */ button) {
  const source = button.previousElementSibling;
  if (!source) return;
  const select = () => getSelection()?.selectAllChildren(source);
  const done = () => {
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1500);
  };
  if (!navigator.clipboard) select();
  else navigator.clipboard.writeText(source.textContent ?? '').then(done, select);
}

panel.addEventListener('close', () => change({ cell: '' }));
panel.addEventListener('click', (event) => {
  if (event.target === panel) panel.close();
});
element('panel-close').addEventListener('click', () => panel.close());
modules.addEventListener('toggle', () => {
  if (modules.open) fillModules();
});

/** A finding that was followed: it is shown, its cells are ringed. */
function follow() {
  show();
  const finding = state().get('finding');
  const article = finding ? document.getElementById(`finding-${finding}`) : null;
  if (article && !state().get('cell')) {
    article.scrollIntoView();
    article.focus({ preventScroll: true });
  }
}
addEventListener('hashchange', follow);

const THEMES = ['auto', 'light', 'dark'];
const theme = element('theme');
/** @param {string} name */
function useTheme(name) {
  if (name === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', name);
  theme.textContent = `Theme: ${name}`;
  theme.dataset['now'] = name;
}
theme.addEventListener('click', () => {
  const next =
    THEMES[(THEMES.indexOf(theme.dataset['now'] ?? 'auto') + 1) % THEMES.length] ?? 'auto';
  useTheme(next);
  try {
    localStorage.setItem('numpy-abi-matrix-theme', next);
  } catch {
    // A page from a file may have no storage; the theme then lasts as long as the page.
  }
});
try {
  useTheme(localStorage.getItem('numpy-abi-matrix-theme') ?? 'auto');
} catch {
  useTheme('auto');
}

// On a phone the filters would push the grid out of sight.
const narrow = matchMedia('(max-width: 40rem)');
function foldFilters() {
  filtering.open = !narrow.matches || filter().any;
}
narrow.addEventListener('change', foldFilters);
foldFilters();
follow();
document.documentElement.classList.add('ready');
