// The table of modules, made when it is opened: how often each was proven; a click filters the grid.

function fillModules() {
  const { result: isShown } = filter();
  const proven = data.modules.map(() => 0);
  const bad = data.modules.map(() => 0);
  const listed = data.modules.map(() => false);
  for (const one of data.combinations) {
    for (let at = 0; at < one.m.length; at += 1) {
      const place = one.m[at] ?? -1;
      if (place < 0 || !isShown(one, at)) continue;
      listed[place] = true;
      const counts = data.outcomes[one.o[at] ?? 0]?.good === 1 ? proven : bad;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const order = data.modules
    .map((_, index) => index)
    .filter((index) => listed[index])
    .sort((a, b) => (bad[b] ?? 0) - (bad[a] ?? 0) || a - b);
  const rows = order.map((index) => {
    const module = data.modules[index];
    const row = document.createElement('tr');
    const name = document.createElement('td');
    const button = make('button', module?.name ?? '');
    button.setAttribute('type', 'button');
    button.dataset['module'] = module?.name ?? '';
    name.append(button);
    const facts = new Map(module?.facts ?? []);
    row.append(
      name,
      make('td', module?.distribution ?? '', 'short'),
      make('td', String(bad[index]), 'n'),
      make('td', String(proven[index]), 'n'),
      make('td', facts.get('NumPy C ABI') ?? '', 'short'),
      make('td', facts.get('C-API target') ?? ''),
      make('td', facts.get('File') ?? ''),
    );
    return row;
  });
  element('module-rows').replaceChildren(...rows);
}
