import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  OPTIONS
} from "./chunk-G7XLYVKE.mjs";

// src/settings/lists.ts
function listOf(text, options) {
  const lines = (jsonList(text) ?? yamlList(text) ?? text.split(/\r\n|\r|\n/)).map((line) => line.replace(/(^|\s)#.*$/, "").trim()).filter((line) => line !== "");
  return options.words ? lines.flatMap(wordsOf) : lines;
}
function jsonList(text) {
  if (!text.trim().startsWith("[")) return void 0;
  const bare = text.replaceAll(/(?<=[[,]\s*)\d[\w.]*(?=\s*[,\]])/g, '"$&"');
  return stringsIn(text) ?? stringsIn(bare);
}
function stringsIn(json) {
  try {
    const value = JSON.parse(json);
    const isText = (one) => typeof one === "string";
    return Array.isArray(value) && value.every(isText) ? value : void 0;
  } catch {
    return void 0;
  }
}
function yamlList(text) {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const items = lines.map((line) => /^\s*-\s+(?:(["'])(.*)\1|(.*?))\s*$/.exec(line));
  if (!items.every((item) => item !== null)) return void 0;
  return items.map(([, , quoted, plain = ""]) => quoted ?? plain);
}
function wordsOf(line) {
  const words = /[<>=~/\\]|!=/.test(line) ? [line] : line.split(/[\s,]+/);
  return words.map((word) => word.replace(/^(["'])([^"']*)\1$/, "$2")).filter((word) => word !== "");
}

// src/settings/asked-words.ts
function askedBy({ given, run, axes }) {
  return { given, smoke: run.smoke, pythons: axes.pythons };
}
function askedWords(config) {
  const given = new Map(config.given.map((one) => [one.name, one.texts]));
  const words = OPTIONS.flatMap((option) => {
    const texts = given.get(option.name);
    if (texts === void 0 || !option.reproduced) return [];
    const [first = ""] = texts;
    if (option.flag === null) return [first.trim()];
    const flag = `--${option.flag}`;
    switch (option.kind.type) {
      case "boolean":
        return [/^(?:false|no|off|0)$/i.test(first.trim()) ? `--no-${option.flag}` : flag];
      case "list": {
        const { words: byWord } = option.kind;
        return texts.flatMap((text) => listOf(text, { words: byWord })).flatMap((one) => [flag, one]);
      }
      default:
        if (option.name === "smoke" && config.smoke?.file === null) return [flag, "smoke.py"];
        return [flag, first.trim()];
    }
  });
  const named = given.has("project") || given.has("wheels") || given.has("packages");
  return [...named ? [] : ["."], ...words];
}

// src/host/available-memory.ts
import { freemem } from "node:os";
function availableMemory() {
  return process.availableMemory?.() ?? freemem();
}

// src/escape/duration.ts
function formatDuration(seconds) {
  if (!Number.isFinite(seconds) || seconds < 0) return "?";
  if (seconds < 1) return `${Number(seconds.toFixed(2))} s`;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

export {
  availableMemory,
  formatDuration,
  listOf,
  askedBy,
  askedWords
};
