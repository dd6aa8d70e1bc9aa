// The page's state lives in the address: #module=…&kind=…&cell=…&finding=…

/** @typedef {{ id: string, python: string, numpy: string, verdict: string, facts: [string, string][], m: number[], o: number[], t: number[], p: number[] }} Combination */
/** @typedef {{ name: string, distribution: string, facts: [string, string][] }} Module */
/** @typedef {{ text: string, good: 0 | 1 | 2, kind: string, severity: string, e: number, f: number, loadedAs: string }} Outcome */
/** @type {{ combinations: Combination[], modules: Module[], outcomes: Outcome[], evidence: [string, string][][] }} */
const data = JSON.parse(element('data').textContent ?? '');

const FILTERS = ['module', 'kind', 'distribution', 'python', 'numpy'];

/** @param {string} id @returns {HTMLElement} */
function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/**
 * @param {string} tag @param {string} text @param {string} [className]
 * @returns {HTMLElement}
 */
function make(tag, text, className) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** @returns {URLSearchParams} */
function state() {
  return new URLSearchParams(location.hash.slice(1));
}

/**
 * Changes the address; an empty value takes the key out.
 *
 * @param {Record<string, string>} changes
 * @param {boolean} [isStep] whether "back" should undo it
 */
function change(changes, isStep) {
  const next = state();
  for (const [key, value] of Object.entries(changes)) {
    if (value === '') next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  if (text === state().toString()) return;
  if (isStep) {
    location.hash = text;
    return;
  }
  history.replaceState(null, '', text === '' ? '#' : `#${text}`);
  show();
}

/**
 * A pattern with `*`, or a part of the name.
 *
 * @param {string} pattern @returns {(name: string) => boolean}
 */
function matcher(pattern) {
  const wanted = pattern.trim().toLowerCase();
  if (wanted === '') return () => true;
  if (!wanted.includes('*')) return (name) => name.toLowerCase().includes(wanted);
  const parts = wanted.split('*');
  return (name) => {
    const text = name.toLowerCase();
    const [first = ''] = parts;
    const last = parts[parts.length - 1] ?? '';
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let at = first.length;
    for (const part of parts.slice(1, -1)) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at <= text.length - last.length;
  };
}

/**
 * Which results the filters let through.
 *
 * @returns {{ any: boolean, cell: (one: Combination) => boolean, result: (one: Combination, at: number) => boolean }}
 */
function filter() {
  const now = state();
  const byName = matcher(now.get('module') ?? '');
  const [kind, distribution, python, numpy] = ['kind', 'distribution', 'python', 'numpy'].map(
    (key) => now.get(key) ?? '',
  );
  const modules = data.modules.map(
    (one) => byName(one.name) && (!distribution || one.distribution === distribution),
  );
  const smoke = byName('smoke code') && !distribution;
  const outcomes = data.outcomes.map((one) => !kind || one.kind === kind);
  return {
    any: FILTERS.some((key) => (now.get(key) ?? '') !== ''),
    cell: (one) => (!python || one.python === python) && (!numpy || one.numpy === numpy),
    result: (one, at) => {
      const place = one.m[at] ?? -1;
      return (place < 0 ? smoke : modules[place] === true) && outcomes[one.o[at] ?? 0] === true;
    },
  };
}
