const AXES = {
  combinations: { unit: 'combination', per: 1, title: 'combinations (one module)' },
  modules: { unit: '100 modules', per: 100, title: 'modules (two combinations)' },
  files: { unit: '1,000 files', per: 1000, title: 'files in the environment (two combinations)' },
};

/**
 * The page of all figures there are, and the drawings it shows by file name.
 *
 * @param figures by workload, and `size`
 */
export function renderPerformance({ size, ...workloads }) {
  const parts = [
    '# Performance',
    'Written by `npm run bench -- --write`, which measures this tool side by side with what people use, one after the other in each round. Downloads are warm for all of them; environments are new. A ratio within one table says more than a time: the machine may have had other work, and its load at the start is told. Processor time is user and system, descendants included; memory is the peak of the largest single process. `node bench/profile.mjs` shows where the time of one run goes.',
    ...Object.entries(workloads).map(([name, one]) => workloadPart(name, one)),
    ...(size ? [sizePart(size)] : []),
    'tox and nox run a script that imports every compiled module in a process of its own, as this tool does with `--isolation module`. “Nothing kept” begins without measurements, wheels and bytecode of an earlier run. The limit shares files with the cache of downloads by hard links, imports all modules in one process for each combination, and writes no report. Why environments are handed on: [adr/environments-are-handed-on.md](adr/environments-are-handed-on.md).',
  ];
  const drawings = size
    ? Object.fromEntries(
        Object.keys(AXES).map((axis) => [`images/cost-${axis}.svg`, draw(axis, size[axis])]),
      )
    : {};
  return { page: `${parts.join('\n\n')}\n`, drawings };
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** What stops early looks fast: it counts only with the exit code that its work must end with. */
export function endsAsExpected({ code }, { fails = false }) {
  return fails ? code > 0 && code < 126 : code === 0;
}

function machineLine({ date, cores, processor, gib, system, node, load }) {
  return `${date}; ${cores} cores (${processor}), ${gib} GiB, ${system}, Node ${node}; load ${load.toFixed(1)} at the start`;
}

function workloadPart(name, figures) {
  const { workload, pythons, rounds, seen } = figures;
  const rows = Object.entries(seen)
    .filter(([, list]) => list.length > 0)
    .map(([contestant, list]) => ({
      contestant,
      code: (list.find((one) => !endsAsExpected(one, workload)) ?? list[0]).code,
      ended: list.every((one) => endsAsExpected(one, workload)),
      wall: median(list.map(({ wall }) => wall)),
      processor: median(list.map(({ user, system }) => user + system)),
      memory: median(list.map(({ memory }) => memory ?? 0)),
    }));
  const right = rows.filter(({ ended }) => ended);
  const base =
    right.find(({ contestant }) => contestant.startsWith('tox-uv')) ?? right[0] ?? rows[0];
  const ratio = (a, b) => `${(a / b).toFixed(a / b < 0.1 ? 3 : 2)} ×`;
  const what = workload.project
    ? `a project of ${workload.project} C modules`
    : workload.packages.join(', ');
  const combinations = pythons.length * workload.numpys.length;
  return [
    `## ${name}`,
    `${what} on Python ${pythons.join(', ')} × NumPy ${workload.numpys.join(', ')}: ${combinations} combinations; ${rounds} round${rounds === 1 ? '' : 's, medians'}. ${machineLine(figures)}.`,
    [
      `| | wall, s | of ${base.contestant.split(',')[0]} | processor, s | of ${base.contestant.split(',')[0]} | memory, MB | exit code |`,
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...rows.map(({ contestant, wall, processor, memory, code, ended }) =>
        ended
          ? `| ${contestant} | ${wall.toFixed(1)} | ${ratio(wall, base.wall)} | ${processor.toFixed(1)} | ${ratio(processor, base.processor)} | ${memory.toFixed(0)} | ${code} |`
          : `| ${contestant}: ended otherwise than expected, its time says nothing | – | – | – | – | – | ${code} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
}

/** Least squares: `processor = fixed + slope × at`, and how much of the spread it explains. */
export function straightLine(points) {
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const x = mean(points.map(({ at }) => at));
  const y = mean(points.map(({ processor }) => processor));
  const over = points.reduce((sum, { at, processor }) => sum + (at - x) * (processor - y), 0);
  const under = points.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  const slope = over / under;
  const fixed = y - slope * x;
  const spread = points.reduce((sum, { processor }) => sum + (processor - y) ** 2, 0);
  const left = points.reduce(
    (sum, { at, processor }) => sum + (processor - fixed - slope * at) ** 2,
    0,
  );
  return { slope, fixed, explained: spread === 0 ? 1 : 1 - left / spread };
}

const withProcessor = (list) => list.map((one) => ({ ...one, processor: one.user + one.system }));

function sizePart(size) {
  const rows = Object.entries(AXES).map(([axis, { unit, per, title }]) => {
    const { slope, fixed, explained } = straightLine(withProcessor(size[axis]));
    return `| ${title} | ${fixed.toFixed(1)} s | ${(slope * per).toFixed(2)} s for each ${unit} | ${(explained * 100).toFixed(0)} % |`;
  });
  const tables = Object.entries(AXES).map(([axis, { title }]) =>
    [
      `![Processor time against ${title}](images/cost-${axis}.svg)`,
      '',
      `| ${axis} | ${size[axis].map(({ at }) => at.toLocaleString('en')).join(' | ')} |`,
      `| --- | ${size[axis].map(() => '---:').join(' | ')} |`,
      `| processor, s | ${withProcessor(size[axis])
        .map(({ processor }) => processor.toFixed(1))
        .join(' | ')} |`,
      `| wall, s | ${size[axis].map(({ wall }) => wall.toFixed(1)).join(' | ')} |`,
      `| memory, MB | ${size[axis].map(({ memory }) => memory.toFixed(0)).join(' | ')} |`,
    ].join('\n'),
  );
  return [
    '## Cost against size',
    `Generated wheels, nothing kept. ${machineLine(size)}. A straight line through the processor times:`,
    ['| against | fixed | slope | explained |', '| --- | ---: | ---: | ---: |', ...rows].join('\n'),
    ...tables,
  ].join('\n\n');
}

function draw(axis, list) {
  const points = withProcessor(list);
  const { slope, fixed } = straightLine(points);
  const [width, height, left, bottom] = [560, 260, 50, 40];
  const most = Math.max(...points.map(({ at }) => at));
  const high = Math.max(...points.map(({ processor }) => processor), fixed + slope * most) * 1.1;
  const x = (at) => left + (at / most) * (width - left - 20);
  const y = (seconds) => height - bottom - (seconds / high) * (height - bottom - 20);
  const at = (number) => number.toFixed(1);
  const text = (px, py, anchor, what) =>
    `<text x="${at(px)}" y="${at(py)}" text-anchor="${anchor}">${what}</text>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="#666">`,
    `<title>Processor time against ${AXES[axis].title}</title>`,
    `<path d="M${left} 20V${height - bottom}H${width - 20}" fill="none" stroke="#999"/>`,
    `<path d="M${at(x(0))} ${at(y(fixed))}L${at(x(most))} ${at(y(fixed + slope * most))}" stroke="#888" stroke-dasharray="4 3"/>`,
    ...points.map(
      (one) => `<circle cx="${at(x(one.at))}" cy="${at(y(one.processor))}" r="4" fill="#1f6feb"/>`,
    ),
    ...points.map((one) =>
      text(x(one.at), height - bottom + 15, 'middle', one.at.toLocaleString('en')),
    ),
    ...[0, high / 2, high].map((one) => text(left - 6, y(one) + 4, 'end', one.toFixed(0))),
    text(width / 2, height - 8, 'middle', AXES[axis].title),
    text(left + 6, 14, 'start', 'processor time, s'),
    '</svg>',
  ].join('\n')}\n`;
}
