// The grid: what each cell says under the filters, and the arrow keys.

/** @type {HTMLButtonElement[]} */
const cells = Array.from(document.querySelectorAll('table.grid button'));
const said = cells.map((cell) => ({
  text: cell.textContent ?? '',
  label: cell.getAttribute('aria-label') ?? '',
  name: cell.className,
}));

function showGrid() {
  const { any, cell: inCell, result: isShown } = filter();
  const finding = Number(state().get('finding') ?? 0);
  const about = new Set(
    (element('main').querySelector(`#finding-${finding}`)?.getAttribute('data-cells') ?? '').split(
      ' ',
    ),
  );
  let shown = 0;
  let bad = 0;
  cells.forEach((cell, index) => {
    const one = data.combinations[Number(cell.dataset['c'])];
    const before = said[index];
    if (!one || !before) return;
    let name = before.name;
    let text = before.text;
    let label = before.label;
    if (any && !inCell(one)) {
      name = 'off';
      label += ', outside of the filter';
    } else if (any && one.m.length > 0) {
      let all = 0;
      let wrong = 0;
      let foretold = 0;
      for (let at = 0; at < one.m.length; at += 1) {
        if (!isShown(one, at)) continue;
        all += 1;
        const { good } = data.outcomes[one.o[at] ?? 0] ?? { good: 0 };
        if (good === 0) wrong += 1;
        if (good === 2) foretold += 1;
      }
      shown += all;
      bad += wrong;
      const share = wrong / Math.max(1, all);
      text =
        all === 0
          ? '·'
          : wrong > 0
            ? `✗ ${wrong}/${all}`
            : foretold > 0
              ? `~ ${foretold}/${all}`
              : `✓ ${all}`;
      label = `${text}, Python ${one.python}, NumPy ${one.numpy}: ${all === 0 ? 'nothing under the filter' : `${wrong} of ${all} not proven`}`;
      name =
        all === 0
          ? 'off'
          : wrong > 0
            ? `v-failed f${Math.ceil(share * 4)}`
            : foretold > 0
              ? 'v-known'
              : 'v-proven';
    }
    cell.textContent = text;
    cell.setAttribute('aria-label', label);
    cell.className = about.has(one.id) ? `${name} ring` : name;
  });
  element('count').textContent = any
    ? `Under the filter: ${shown} results, ${bad} not proven.`
    : 'Choose a cell to see what its probes saw; arrow keys move between them.';
  element('clear').classList.toggle('hidden', !any && !finding);
}

/** @param {KeyboardEvent} event */
function moveInGrid(event) {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[
    event.key
  ];
  const cell = event.target instanceof HTMLElement ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!step || !cell || !(row instanceof HTMLTableRowElement)) return;
  const rows = Array.from(row.parentElement?.children ?? []);
  const next = rows[rows.indexOf(row) + (step[0] ?? 0)];
  const target = next?.children[cell.cellIndex + (step[1] ?? 0)]?.querySelector('button');
  if (target instanceof HTMLElement) {
    event.preventDefault();
    target.focus();
  }
}
