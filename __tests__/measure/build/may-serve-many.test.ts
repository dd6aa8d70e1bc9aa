import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayServeMany } from '../../../src/measure/build/may-serve-many.ts';

it.each<[boolean, string, string]>([
  [true, 'setup.py', 'Extension("m", ["m.c"], py_limited_api=True)'],
  [true, 'setup.cfg', '[bdist_wheel]\npy-limited-api = cp39'],
  [true, 'Cargo.toml', 'pyo3 = { version = "0.22", features = ["abi3-py39"] }'],
  [true, 'meson.build', "py.extension_module('m', 'm.c', limited_api: '3.9')"],
  [true, 'pyproject.toml', '[tool.scikit-build]\nwheel.py-api = "cp312"'],
  [true, 'CMakeLists.txt', 'nanobind_add_module(m STABLE_ABI m.cpp)'],
  [false, 'setup.py', 'Extension("m", ["m.c"])'],
  [false, 'README.md', 'Without abi3.'],
])('%s: %s says %s', (expected, file, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'may-serve-'));
  writeFileSync(join(folder, file), text);
  return mayServeMany(folder)
    .then((many) => expect(many).toBe(expected))
    .finally(() => rmSync(folder, { recursive: true }));
});
