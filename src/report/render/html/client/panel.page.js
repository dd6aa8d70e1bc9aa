// The panel of one cell: its facts, what was not proven first, evidence made when it is opened.

const panel = /** @type {HTMLDialogElement} */ (element('panel'));
/** Proven modules shown at once; more are a filter away. */
const MOST_PROVEN = 300;

function showPanel() {
  const id = state().get('cell') ?? '';
  const one = data.combinations.find((each) => each.id === id);
  if (!one) {
    if (panel.open) panel.close();
    return;
  }
  const { any, result: isShown } = filter();
  const body = element('panel-body');
  element('panel-title').textContent = `Python ${one.python} × NumPy ${one.numpy}`;
  body.replaceChildren(factTable(one.facts));
  const places = one.m.map((_, at) => at).filter((at) => !any || isShown(one, at));
  const goodness = (/** @type {number} */ at) => data.outcomes[one.o[at] ?? 0]?.good ?? 0;
  const notable = (/** @type {number} */ at) =>
    goodness(at) !== 1 || (data.outcomes[one.o[at] ?? 0]?.kind ?? '') !== '';
  const first = places.filter(notable).sort((a, b) => goodness(a) - goodness(b));
  const rest = places.filter((at) => !notable(at));
  if (first.length > 0) {
    body.append(make('h3', `Not plainly proven (${first.length})`));
    for (const at of first) body.append(resultDetails(one, at, first.length === 1));
  }
  if (rest.length > 0) {
    const list = document.createElement('details');
    list.append(make('summary', `Proven (${rest.length})`));
    list.open = first.length === 0 && rest.length <= 40;
    const fill = () => {
      for (const at of rest.slice(0, MOST_PROVEN)) list.append(resultDetails(one, at, false));
      const left = rest.length - MOST_PROVEN;
      if (left > 0)
        list.append(make('p', `${left} more: narrow them down with the filter for modules.`));
    };
    if (list.open) fill();
    else list.addEventListener('toggle', fill, { once: true });
    body.append(list);
  }
  if (places.length === 0 && one.m.length > 0)
    body.append(make('p', 'Nothing here passes the filter.'));
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
}

/**
 * @param {Combination} one @param {number} at @param {boolean} open
 * @returns {HTMLDetailsElement}
 */
function resultDetails(one, at, open) {
  const outcome = data.outcomes[one.o[at] ?? 0];
  const module = data.modules[one.m[at] ?? -1];
  const details = document.createElement('details');
  details.className = 'result';
  const summary = make('summary', '');
  const tone = ['bad', 'good', 'odd'][outcome?.good ?? 0];
  summary.append(
    make('code', module ? module.name : 'smoke code'),
    ' ',
    make('span', outcome?.text ?? '', `pill ${tone}`),
  );
  if (outcome?.kind) summary.append(' ', make('span', outcome.kind, 'pill'));
  details.append(summary);
  const fill = () => {
    if (outcome?.f) {
      const link = make('a', `Finding ${outcome.f}: what it means, and what to do`);
      link.setAttribute('href', `#finding=${outcome.f}`);
      const line = make('p', '');
      line.append(link);
      details.append(line);
    }
    for (const [title, text] of data.evidence[outcome?.e ?? -1] ?? []) {
      details.append(make('h4', title), scrollable(text, title));
    }
    const seconds = (one.t[at] ?? 0) / 1000;
    const kib = one.p[at] ?? 0;
    /** @type {[string, string][]} */
    const facts = [];
    if (outcome?.loadedAs) facts.push(['Loaded as', outcome.loadedAs]);
    if (seconds > 0) facts.push(['Its process took', `${seconds.toFixed(2)} s`]);
    if (kib > 0) facts.push(['Peak memory', `${Math.round(kib / 1024)} MiB`]);
    details.append(factTable([...facts, ...(module?.facts ?? [])]));
  };
  if (open) {
    details.open = true;
    fill();
  } else details.addEventListener('toggle', fill, { once: true });
  return details;
}

/** @param {string} text @param {string} title */
function scrollable(text, title) {
  const pre = make('pre', text);
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', title);
  return pre;
}

/** @param {[string, string][]} facts */
function factTable(facts) {
  const table = make('table', '', 'plain');
  const rows = document.createElement('tbody');
  for (const [name, value] of facts) {
    const row = document.createElement('tr');
    const head = make('th', name);
    head.setAttribute('scope', 'row');
    const cell = document.createElement('td');
    if (value.includes('\n')) cell.append(scrollable(value, name));
    else cell.textContent = value;
    row.append(head, cell);
    rows.append(row);
  }
  table.append(rows);
  return table;
}
