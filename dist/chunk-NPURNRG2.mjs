import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NOTHING_SEEN
} from "./chunk-BHZ65LHD.mjs";
import {
  diagnoseAll,
  diagnoseBuildLine,
  diagnoseNoNetwork,
  diagnoseNumpysBuild,
  diagnoseUnmetBuild,
  foldFindings,
  missingBuildRequirement,
  missingProgram
} from "./chunk-5SBT533Z.mjs";
import "./chunk-K3GDEMVZ.mjs";
import "./chunk-XJSSRWXH.mjs";
import "./chunk-BKSPMOWK.mjs";
import {
  ADVICE_HEAD,
  DERIVATION_HEAD,
  DRAWN,
  INSTALLED_LINE,
  NO_SOLUTION_HEAD,
  NamedModule,
  STUB_TEXT,
  attributed,
  debuggerFrame,
  describeSizes,
  imagePath,
  numpyItself,
  parseSizeComplaint,
  phaseOfDump,
  providersOf
} from "./chunk-LL6UFCXA.mjs";
import "./chunk-K5KKDCIZ.mjs";
import "./chunk-MKIBGSSI.mjs";
import {
  UNTOLD_END,
  crashOfStatus,
  ntstatusName,
  signalName
} from "./chunk-PLGXYP7V.mjs";
import {
  baseName,
  isRecord,
  recordOf,
  stripAnsi
} from "./chunk-C5GTPLUR.mjs";
import {
  normaliseName
} from "./chunk-M22XZUZZ.mjs";
import {
  EXIT,
  UserError
} from "./chunk-7YHZB25F.mjs";
import "./chunk-MGTXAUHH.mjs";

// src/judge/read-log/anchors.ts
var EXCEPTION = String.raw`(?<![\w.])(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)`;
var PATH = String.raw`(?<![\w.~/\\@+:-])(?:[A-Za-z]:)?[\w.~/\\@+-]+`;
function anchor(has, pattern = null) {
  return {
    has: typeof has === "string" ? [has] : has,
    pattern: pattern === null ? null : new RegExp(pattern)
  };
}
var ANCHORS = [
  // IPython and rich, with what belongs to their own headers.
  anchor(
    "Traceback (most recent call last)",
    `${EXCEPTION} {5,}Traceback \\(most recent call last\\)|[\u256D\u250C+][\u2500-]+ Traceback \\(most recent call last\\)|Traceback \\(most recent call last\\):`
  ),
  anchor("Traceback:", "Traceback:$"),
  anchor('File "', String.raw`(?: {2})?File "[^"\n]{1,1000}", line \d+`),
  anchor("The above exception was the direct cause of the following"),
  anchor("During handling of the above exception, another"),
  // NumPy's long texts, sentence by sentence: numpy/core/_multiarray_umath.py, numpy/_core/__init__.py.
  anchor("A module that was compiled using NumPy 1.x cannot be run in"),
  anchor("as it may crash.", String.raw`NumPy \d\S* as it may crash\.`),
  anchor("versions of NumPy, modules must be compiled"),
  anchor("Some module may need to rebuild instead"),
  anchor("If you are a user of the module, the easiest"),
  anchor("downgrade to ", "downgrade to '?numpy<2'? or try"),
  anchor("We expect that some modules will need time"),
  anchor("IMPORTANT: PLEASE READ THIS FOR ADVICE"),
  anchor("Importing the numpy C-extensions failed"),
  anchor("Importing the numpy c-extensions failed"),
  anchor("Importing the multiarray numpy extension module failed"),
  anchor("Original error was: "),
  // faulthandler.
  anchor("Fatal Python error: "),
  anchor("Windows fatal exception: "),
  anchor(
    "(most recent call first)",
    String.raw`(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[^\]]*\] )?\(most recent call first\)`
  ),
  anchor("Current thread's C stack"),
  anchor("Extension modules: "),
  // Other programs that tell of a crash: valgrind, AddressSanitizer, macOS, lldb, Julia, R, Java.
  anchor(
    "Process terminating with default action of signal",
    String.raw`==\d+== Process terminating`
  ),
  anchor("ERROR: AddressSanitizer: ", String.raw`==\d+==ERROR: AddressSanitizer`),
  anchor("Exception Type: ", "Exception Type: +EXC_"),
  anchor("stop reason = ", String.raw`\* thread #\d+`),
  anchor("): Segmentation fault", String.raw`(?:\[\d+\] )?signal \(11(?:\.\d+)?\): Segm`),
  anchor("*** caught segfault ***", String.raw` ?\*\*\* caught segfault`),
  anchor(") at pc=0x", String.raw`# +SIG[A-Z]+ \(0x`),
  // Exceptions of Python inside those of another language.
  anchor("PyError (", String.raw`(?:InitError: )?PyError \(`),
  anchor("PyCall::PyError: "),
  anchor("com.chaquo.python.PyException: "),
  anchor("Timeout (", String.raw`Timeout \(\d+:\d\d:\d\d`),
  // pytest.
  anchor(
    "=====",
    "(?<!=)={5,} (?:ERRORS|FAILURES|test session starts|short test summary info|warnings summary)"
  ),
  anchor("ERROR collecting ", "(?<!_)_{5,} ERROR collecting "),
  anchor("E   ", `(?<![A-Za-z])E {3}(?: {4})?(?=${EXCEPTION}(?::|$))`),
  anchor(
    [": in <module>", ": in init ", ": in "],
    `${PATH}\\.(?:py|pyx|pxd):\\d+: in (?:<module>|init \\S+|\\w+)$`
  ),
  // C++, VS Code, IPython's cells.
  anchor("what(): ", String.raw`(?: {2})?what\(\): `),
  anchor("Exception has occurred: "),
  anchor(["Cell In", "Input In"], String.raw`(?:Cell |Input )In ?\[\d+\]`),
  // Python's warnings, pip's and uv's complaints.
  anchor("Warning: ", `(?:<(?:frozen |string|stdin)[^<>]*>|${PATH}\\.\\w+):\\d+: \\w*Warning: `),
  anchor(
    "ERROR: ",
    "ERROR: (?:Cannot install|No matching distribution|Could not find a version|ResolutionImpossible)"
  ),
  anchor(".ResolutionImpossible: ", String.raw`resolvelib\.[\w.]+ResolutionImpossible: `),
  anchor("UnsatisfiableError: ", String.raw`(?<![\w\x60'"])(?:LibMamba)?UnsatisfiableError: `),
  anchor("No solution found", NO_SOLUTION_HEAD),
  anchor("Because ", DERIVATION_HEAD)
];
function findAnchor(text) {
  if (text.length < 8) return -1;
  const known = seen.get(text);
  if (known !== void 0) return known;
  if (seen.size > 200) seen.clear();
  const at = searchAnchor(text);
  seen.set(text, at);
  return at;
}
var seen = /* @__PURE__ */ new Map();
function searchAnchor(text) {
  let first = -1;
  for (const { has, pattern } of ANCHORS) {
    const [literal = ""] = has;
    const there = text.indexOf(literal);
    if (there < 0 && (has.length === 1 || !has.some((one) => text.includes(one)))) continue;
    const at = pattern === null ? there : text.search(pattern);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}
var EXCEPTION_LINE = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt))(?::\s?(.*))?$/;

// src/judge/read-log/box-exception.ts
var BoxException = class {
  #width = 0;
  #raised;
  #last = "";
  /** @param bottom the box's last line */
  ended(bottom) {
    this.#width = bottom.trim().length;
  }
  /** @returns what is to be read now: a line is kept back while the next one may go on with it */
  read(line) {
    const text = line.text.trim();
    const raised = this.#raised;
    if (raised && this.#goesOn(text)) {
      this.#raised = { number: raised.number, text: `${raised.text.trimEnd()} ${text}` };
      this.#last = text;
      return [];
    }
    const before = this.end();
    const begins = this.#width > 0 && EXCEPTION_LINE.test(text);
    this.#width = begins ? this.#width : 0;
    if (!begins) return [...before, line];
    this.#raised = line;
    this.#last = text;
    return before;
  }
  end() {
    const raised = this.#raised;
    this.#raised = void 0;
    return raised ? [raised] : [];
  }
  /** Its first word had no room any more. */
  #goesOn(text) {
    const [word = ""] = text.split(" ");
    return word !== "" && this.#last.length + 1 + word.length > this.#width;
  }
};

// src/judge/read-log/box-frames.ts
var TOP = /[╭┌+][─-]+ Traceback \(most recent call last\) [─-]+/;
var BOTTOM = /^\s*[╰└+][─-]{10,}[╯┘+]?\s*$/;
var SIDE = /^\s*[│|](.*?)[│|]?\s*$/;
var FRAME = /^(\S.*?):(\d+) in (\S.*?)$/;
var CURRENT = /^[❱>] *(\d+) ?[│|]? *(.*)$/;
var BEGUN = /^(?:\/|~|[A-Za-z]:[\\/]|<)\S*$/;
var MOST = 2e3;
function readBoxFrames() {
  let inside = 0;
  let begun;
  const exception = new BoxException();
  return {
    read(line) {
      const { number, text } = line;
      if (text.includes("Traceback (most recent call last)") && TOP.test(text)) {
        inside = MOST;
        begun = void 0;
        return [...exception.end(), { number, text: "Traceback (most recent call last):" }];
      }
      if (inside === 0) return exception.read(line);
      inside -= 1;
      if (BOTTOM.test(text)) {
        inside = 0;
        exception.ended(text);
        return [];
      }
      const body = SIDE.exec(text)?.[1]?.trim();
      if (body === void 0) {
        if (text === "") return [];
        inside = 0;
        return [line];
      }
      const whole = begun ? `${begun.text}${body}` : body;
      const [, file, at, name] = FRAME.exec(whole) ?? [];
      if (file && at && name && !/^[❱>]/.test(file)) {
        begun = void 0;
        return [{ number, text: `  File "${file}", line ${at}, in ${name}` }];
      }
      const source = CURRENT.exec(body)?.[2];
      begun = BEGUN.test(whole) ? { number, text: whole } : void 0;
      return source ? [{ number, text: `    ${source.trim()}` }] : [];
    },
    end: () => exception.end()
  };
}

// src/judge/read-log/stage.ts
var NONE = [];
function eachLine(change) {
  return {
    read(line) {
      const changed = change(line.text);
      if (changed === line.text) return [line];
      const texts = typeof changed === "string" ? [changed] : changed;
      return texts.map((text) => ({ number: line.number, text }));
    },
    end: () => NONE
  };
}
function read(stage, line) {
  return line.foreign ? [line] : stage.read(line);
}
function inOrder(stages2) {
  const through = (lines, from) => {
    let current = lines;
    for (let at = from; at < stages2.length && current.length > 0; at += 1) {
      const stage = stages2[at];
      const [only] = current;
      if (!stage || !only) continue;
      current = current.length === 1 ? read(stage, only) : current.flatMap((line) => read(stage, line));
    }
    return current;
  };
  return {
    read: (line) => through([line], 0),
    end: () => stages2.flatMap((stage, at) => through(stage.end(), at + 1))
  };
}

// src/judge/read-log/break-marks.ts
var BREAKS = [
  /\(most recent call (?:last|first)\)\|?:(\S{1,8}?)(?: |%20|#040)*File /,
  /cannot be run in(\S{1,8}?)NumPy \d/,
  /PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS ISSUE!(\S{1,8}?)\1?Importing the numpy/,
  /as it may crash\. To support both 1\.x and 2\.x(\S{1,8}?)versions of NumPy/,
  /line \d+,? in (?:<module\|?>|init [\w.]+?)(\S{1,8}?) {2,}\S/
];
var ESCAPES = {
  "#012": (text) => text.replace(
    /#(0[0-3][0-7])/g,
    (_all, code) => String.fromCharCode(Number.parseInt(code, 8))
  ),
  "%0A": (text) => text.replace(
    /%(0D|3A|2C|25|20|22|3C|3E)/g,
    (_all, code) => String.fromCharCode(Number.parseInt(code, 16))
  ),
  "%0D%0A": (text) => ESCAPES["%0A"]?.(text) ?? text,
  "|n": (text) => text.replace(/\|(['|[\]])/g, "$1").replaceAll("|r", ""),
  "|r|n": (text) => ESCAPES["|n"]?.(text) ?? text
};
function readBreakMarks() {
  return eachLine((text) => {
    if (text.length < 60) return text;
    const mark = markIn(text);
    if (mark === void 0) return text;
    const plain = ESCAPES[mark] ?? ((line) => line);
    return text.split(mark).map((line) => plain(line));
  });
}
var KNOWN = [
  ["#012", /#012.*#012/],
  ["|n", /^\s*##teamcity\[/],
  ["%0A", /^(?:\S+ )?::(?:error|warning|notice|debug)\b.*?::/]
];
function markIn(text) {
  for (const [mark, proof] of KNOWN) if (text.includes(mark) && proof.test(text)) return mark;
  for (const pattern of BREAKS) {
    const mark = pattern.exec(text)?.[1];
    if (!mark || /^[\w"'`.]+$|\\|\u001b|^[<&]/.test(mark)) continue;
    if (text.split(mark).length > 2) return mark;
  }
  return void 0;
}

// src/judge/read-log/clean-text.ts
var LOST_COLOUR = /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b|[\ufffd\u2190])?\[(?:(?:0|1|2|3|4|7|9|[01][0-9]|[2349][0-9]|10[0-7]|[34]8;[25];\d{1,3}(?:;\d{1,3};\d{1,3})?)(?:;(?:\d{1,3}))*)?m(?!\])/g;
var LOST_CONTROL = /(?:\^\[|\\+(?:x1[bB]|u001[bB]|033|e)|\u241b)\[[0-9;?]*[A-Za-z]/g;
var ENTITIES = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"'
};
var ENTITY = /&(lt|gt|amp|quot|apos|nbsp|[lr][sd]quo|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6});/g;
var ELEMENT = "br|pre|code|span|p|div|li|ul|ol|b|i|u|strong|em|samp|tt|kbd|font|a|blockquote|table|thead|tbody|tr|t[dh]|details|summary|failure|error|system-(?:out|err)|test(?:case|suites?)";
var TAG = new RegExp(`<\\/?(?:${ELEMENT})(?: [^<>]*)?\\s*\\/?>`, "gi");
var TOLD = / (?:message|details)="([^"]*)"/;
var HAS_TAG = new RegExp(`<\\/?(?:${ELEMENT})\\b`, "i");
var CDATA = /<!\[CDATA\[|\]\]>/g;
var JOB_LINK = /\[(\d+)\]\(https:\/\/github\.com\/[^()\s]*#step:\d+:\d+\)/g;
var FENCE = /^\s*(?:`{3,}|~{3,})\w*(?=\S)|`{3,}$/g;
var BOLD = /^\s*\*\*((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .+)\*\*$/;
var CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
var MISREAD = [
  ["\xE2\u20AC\u02DC", "'"],
  ["\xE2\u20AC\u2122", "'"],
  ["\xE2\u20AC\u0153", '"'],
  ["\xE2\u20AC\x9D", '"'],
  ["\xC2\xA0", " "]
];
var TABS = /^(\t+)(?=\S)/;
var ODD_SPACE = /[\u00a0\u2007\u202f]/g;
var NO_WIDTH = /[\ufeff\u200b-\u200d\u2060]/g;
function cleanText(text) {
  let clean = stripAnsi(text);
  if (clean.startsWith("	")) clean = withoutTabs(clean);
  if (CONTROL.test(clean)) clean = clean.replaceAll(CONTROL, "");
  if (clean.includes("[")) clean = withoutLostColours(clean);
  if (clean.includes("<")) clean = withoutTags(clean);
  if (clean.includes("&")) clean = withoutEntities(clean);
  if (clean.includes("CDATA[") || clean.includes("]]>")) clean = clean.replace(CDATA, "");
  if (clean.includes("#step:")) clean = clean.replace(JOB_LINK, "$1");
  if (clean.includes("```")) clean = clean.replace(FENCE, "");
  if (clean.includes("**")) clean = clean.replace(BOLD, "$1");
  if (/[\u0080-\uffff]/.test(clean)) {
    clean = clean.replace(ODD_SPACE, " ").replace(NO_WIDTH, "");
    clean = clean.replace(/File [“”„«]([^“”»"]*)[“”»]/g, 'File "$1"');
    for (const [odd, plain] of MISREAD) clean = clean.replaceAll(odd, plain);
    clean = clean.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  }
  return clean;
}
function withoutLostColours(text) {
  const plain = /\dm|\[m|\][0-9;]*m/.test(text) ? text.replace(LOST_COLOUR, "") : text;
  return /\^\[|\\(?:x1b|u001b|033|e)\[|\u241b/i.test(plain) ? plain.replace(LOST_CONTROL, "") : plain;
}
function withoutEntities(text) {
  const once = text.replace(ENTITY, character);
  return /&(?:lt|gt|quot|#39|#x27);/.test(once) && once !== text ? once.replace(ENTITY, character) : once;
}
function character(whole, name) {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code > 1114111) return whole;
  return code === 160 ? " " : String.fromCodePoint(code);
}
function withoutTags(text) {
  if (!HAS_TAG.test(text)) return text;
  const plain = text.replace(TAG, (tag) => {
    if (/^<(?:br|\/tr|\/p|\/div|\/li)\b/i.test(tag)) return "\n";
    if (/^<\/t[dh]/i.test(tag)) return " ";
    const told = TOLD.exec(tag)?.[1];
    return told === void 0 ? "" : `${told}
`;
  });
  return plain.replace(/\n+$/, "");
}
function withoutTabs(text) {
  const frame = /^\t+(?:File "|<no Python frame>|Binary file ")/.test(text);
  return text.replace(TABS, (tabs) => {
    if (frame) return tabs.length === 1 ? "  " : tabs;
    return tabs.length === 2 ? "    " : tabs;
  });
}

// src/judge/read-log/cloud-records.ts
var TEXT = /^\s*(?:textPayload|message): (["'])(.*)\1\s*$/;
var BESIDE = /^\s*(?:-{3}$|(?:timestamp|severity|insertId|logName|receiveTimestamp|labels|resource|type|trace|spanId|[\w.]+_(?:name|id)|location): ?\S*$)/;
function readCloudRecords() {
  let inRecords = false;
  return {
    read(line) {
      const { text } = line;
      const [, quote, told] = TEXT.exec(text) ?? [];
      if (told !== void 0 && text.trimStart().startsWith("textPayload")) inRecords = true;
      if (!inRecords) return [line];
      if (told === void 0) return BESIDE.test(text) ? [] : [line];
      const plain = quote === '"' ? told.replaceAll(/\\(["\\])/g, "$1") : told.replaceAll("''", "'");
      return [{ number: line.number, text: plain }];
    },
    end: () => []
  };
}

// src/judge/read-log/decode-log.ts
var SAMPLE = 65536;
function createLogDecoder() {
  let decoder;
  let head = new Uint8Array(0);
  let seen2 = 0;
  let controls = 0;
  let visible = false;
  const count = (text) => {
    if (!visible && /\S/.test(text)) visible = true;
    const looked = seen2 < SAMPLE ? text.slice(0, SAMPLE - seen2) : "";
    controls += looked.match(/[\0-\x06\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
    seen2 += looked.length;
    return text;
  };
  return {
    decode(chunk) {
      if (typeof chunk === "string") return count(chunk);
      if (decoder) return count(decoder.decode(chunk, { stream: true }));
      head = joined(head, chunk);
      if (head.length < 4) return "";
      decoder = new TextDecoder(encodingOf(head));
      return count(decoder.decode(head, { stream: true }));
    },
    end() {
      if (!decoder && head.length > 0) {
        decoder = new TextDecoder(encodingOf(head));
        return count(decoder.decode(head));
      }
      return decoder ? count(decoder.decode()) : "";
    },
    get nature() {
      if (!visible) return "empty";
      return controls * 10 > seen2 ? "binary" : "text";
    }
  };
}
function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
function encodingOf(head) {
  const [a, b] = head;
  if (a === 255 && b === 254) return "utf-16le";
  if (a === 254 && b === 255) return "utf-16be";
  const pairs = Math.min(32, head.length >> 1);
  let low = 0;
  let high = 0;
  for (let at = 0; at < pairs; at += 1) {
    const [first, second] = [head[2 * at], head[2 * at + 1]];
    if (first !== 0 && second === 0) low += 1;
    if (first === 0 && second !== 0) high += 1;
  }
  if (low === pairs) return "utf-16le";
  return high === pairs ? "utf-16be" : "utf-8";
}

// src/judge/read-log/doubled-quotes.ts
function undoDoubledQuotes() {
  let proven = false;
  return eachLine((text) => {
    proven ||= text.includes('File ""');
    return proven && text.includes('""') ? text.replaceAll('""', '"') : text;
  });
}

// src/judge/read-log/exception-groups.ts
var HEAD = /^(.*?)(?: {2})?\+ Exception Group (Traceback \(most recent call last\):)$/;
var RULE = /^ *\+[-+]/;
var MARGIN = /^ *\| ?/;
function readExceptionGroups() {
  let prefix;
  return {
    read(line) {
      const { number, text } = line;
      const [, before, head] = text.includes("Exception Group") ? HEAD.exec(text) ?? [] : [];
      if (before !== void 0 && head) {
        prefix = before;
        return [{ number, text: `${before}${head}` }];
      }
      if (prefix === void 0) return [line];
      const [start, rest] = [text.slice(0, prefix.length), text.slice(prefix.length)];
      if (RULE.test(rest)) return [{ number, text: start }];
      if (MARGIN.test(rest)) return [{ number, text: `${start}${rest.replace(MARGIN, "")}` }];
      prefix = void 0;
      return [line];
    },
    end: () => []
  };
}

// src/judge/read-log/exception-type.ts
var TYPES = [
  [/^No module named /, "ModuleNotFoundError"],
  [
    /^(?:cannot import name |DLL load failed|dlopen\(|dynamic module does not define|initialization of |numpy\.\S+ failed to import|Error (?:loading shared library|relocating) |Unable to import module |\S+\.so[\w.]*: )/,
    "ImportError"
  ],
  [/^\S+ size changed, may indicate|^numpy\.\w+ has the wrong size/, "ValueError"],
  [/^module compiled against A[BP]I version|^module was compiled against NumPy/, "RuntimeError"],
  [/^module '[\w.]+' has no attribute |^_(?:ARRAY|UFUNC)_API not found/, "AttributeError"]
];
function typeOfMessage(message) {
  return TYPES.find(([pattern]) => pattern.test(message))?.[1];
}

// src/judge/read-log/host-exceptions.ts
var HEADING = "Traceback (most recent call last):";
var JEP = /\bjep\.JepException: <(?:class|type) '(?:exceptions\.)?([\w.]+)'>: ?(.*)$/;
var JEP_FRAME = /^\s+at (.+?)\.(<\w+>|init [\w.]+|\w+)\((\w+\.pyx?):(\d+)\)$/;
var JAVA_FRAME = /^\s+at [\w.$<>]+\(.*\)$/;
var NET = /\bPython\.Runtime\.PythonException ?: ?(['"]?)(?:(\w+Error) ?: ?)?(.*)$/;
var MAYA = /^\s*(?:# )?Error: ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)): file (.+?) line (\d+): (.*?)(?: #)?$/;
var PYERR = /`(?:Err|None)` value: PyErr \{ type: <class '([\w.]+)'>, value: \w+\((['"])(.+?)\2,?\)/;
var MOST2 = 60;
var MOST_FRAMES = 300;
function readHostExceptions() {
  let raised = [];
  let frames = [];
  const release = () => {
    const [first] = raised;
    const heading = first && frames.length > 0 ? [{ number: first.number, text: HEADING }] : [];
    const told = [...heading, ...frames.toReversed(), ...raised];
    [raised, frames] = [[], []];
    return told;
  };
  const plain = (line) => {
    const { number, text } = line;
    if (!/Exception|Error/.test(text)) return [line];
    const [, type, message = ""] = JEP.exec(text) ?? [];
    if (type) {
      raised = [{ number, text: `${type}: ${message}` }];
      return [];
    }
    const [, file, at, said] = hostFrame(text) ?? [];
    if (file) {
      return [
        { number, text: HEADING },
        { number, text: `  File "${file}", line ${at}, in <module>` },
        { number, text: said ?? "" }
      ];
    }
    const other = ofOther(text);
    return [other === void 0 ? line : { number, text: other }];
  };
  return {
    read(line) {
      if (raised.length === 0) return plain(line);
      const { text } = line;
      const [, path, name, source, at] = JEP_FRAME.exec(text) ?? [];
      if (path && frames.length < MOST_FRAMES) {
        const folder = /^(.*[\\/])?[^\\/]*$/.exec(path)?.[1] ?? "";
        frames.push({
          number: line.number,
          text: `  File "${folder}${source}", line ${at}, in ${name}`
        });
        return [];
      }
      if (frames.length === 0 && !JAVA_FRAME.test(text) && raised.length < MOST2) {
        raised.push(line);
        return [];
      }
      return [...release(), ...plain(line)];
    },
    end: release
  };
}
function hostFrame(text) {
  const [, type, file, at, message] = MAYA.exec(text) ?? [];
  return type && file && at ? ["", file, at, `${type}: ${message}`] : void 0;
}
function ofOther(text) {
  const [, type, , value] = PYERR.exec(text) ?? [];
  if (type && value) return `${type}: ${value}`;
  const found = NET.exec(text);
  if (!found) return void 0;
  const [, quote = "", named2, said = ""] = found;
  const message = quote !== "" && said.endsWith(quote) ? said.slice(0, -1) : said;
  if (message === "") return "ImportError:";
  const guessed2 = named2 ?? typeOfMessage(message);
  return guessed2 && `${guessed2}: ${message}`;
}

// src/judge/read-log/ipython-frames.ts
var HEADER = /^(?:[A-Za-z_]\w*\.)*[A-Z]\w* {5,}Traceback \(most recent call last\)$/;
var FILE = /^ {0,2}File ((?:~|\/|[A-Za-z]:[\\/]|<|\.|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so|ipynb)|<[^<>]+>):(\d+)(?:,? in (.+))?$/;
var CELL = /^ {0,2}(?:Cell|Input) In ?\[(\d+)\](?:, line (\d+))?(?:, in (.+))?$/;
var OLD_FILE = /^((?:~|\/|[A-Za-z]:[\\/]|\.{1,2}[\\/]|\w[\w.-]*[\\/]).*?\.(?:py|pyx|pxd|pxi|so)|<(?:ipython-input|string|stdin|frozen|decorator)[^<>]*>) in (\S.*)$/;
var ARROW = /^-+> ?(?:\*\*)?(\d+)(?: (.*?))?(?:\*\*)?$/;
var CONTEXT = /^ +\d+(?: .*)?$|^ *\(\.\.\.\)$|^ {2,}\.\.\.+/;
var DASHES = /^-{20,}$/;
var HEADING2 = "Traceback (most recent call last):";
var MOST_MISSES = 3;
function readIpythonFrames() {
  let inside = false;
  let misses = 0;
  let sourced = false;
  let waiting;
  const frame = (number, file, line, name = "<module>") => ({
    number,
    text: `  File "${file}", line ${line}, in ${nameOf(name)}`
  });
  const release = (line = "0") => {
    const known = waiting;
    waiting = void 0;
    return known ? [frame(known.number, known.file, line, known.name)] : [];
  };
  const start = (number) => {
    if (inside) return [];
    inside = true;
    return [{ number, text: HEADING2 }];
  };
  return {
    read(line) {
      const { number, text } = line;
      if (HEADER.test(text)) {
        inside = true;
        misses = 0;
        return [...release(), { number, text: HEADING2 }];
      }
      const [, file, at, name] = FILE.exec(text) ?? [];
      if (file && at) {
        const before = [...release(), ...start(number)];
        [sourced, misses] = [false, 0];
        return [...before, frame(number, file, at, name)];
      }
      if (!inside) return [line];
      const cell = CELL.exec(text);
      const old = OLD_FILE.exec(text);
      const arrow = ARROW.exec(text);
      if (cell || old || arrow || text === "" || DASHES.test(text) || CONTEXT.test(text))
        misses = 0;
      if (cell) {
        const before = release();
        sourced = false;
        return [...before, frame(number, `<ipython-input-${cell[1]}>`, cell[2] ?? "0")];
      }
      if (old?.[1] && old[2]) {
        const before = release();
        waiting = { number, file: old[1], name: old[2] };
        sourced = false;
        return before;
      }
      if (arrow?.[1]) {
        const before = release(arrow[1]);
        const source = arrow[2]?.trim() ?? "";
        if (sourced || source === "") return before;
        sourced = true;
        return [...before, { number, text: `    ${source}` }];
      }
      if (EXCEPTION_LINE.test(text)) {
        inside = false;
        return [...release(), line];
      }
      if (text === "" || DASHES.test(text) || CONTEXT.test(text)) return [];
      misses += 1;
      if (misses > MOST_MISSES) inside = false;
      return misses > MOST_MISSES ? [...release(), line] : [];
    },
    end: () => release()
  };
}
function nameOf(told) {
  if (told.startsWith("<"))
    return /^<[^<>]*>/.exec(told)?.[0].replace(/^<cell line.*/, "<module>") ?? told;
  return told.replace(/\(.*$/s, "").trim() || "<module>";
}

// src/judge/read-log/late-frames.ts
var HEADING3 = "Traceback (most recent call last):";
var OCCURRED = /^\s*Exception has occurred: ([\w.]+)/;
var FILE2 = /^\s*File "([^"]+)", line (\d+)/;
var WHAT = /^\s*what\(\): +(.*)$/;
var AT = /^\s*At:$/;
var AT_FRAME = /^ {2}(\S.*?)\((\d+)\): (\S.*)$/;
var NEAR = 8;
var MOST3 = 300;
function readLateFrames() {
  let held = [];
  let mode = "none";
  let reversed = [];
  let last;
  let age = 0;
  let fresh = true;
  const release = () => {
    const [first] = held;
    const frames = reversed.toReversed();
    const told = frames.length > 0 && first ? [{ number: first.number, text: HEADING3 }, ...frames, ...held] : held;
    [held, reversed, mode] = [[], [], "none"];
    return told;
  };
  const plain = (line) => {
    const { number, text } = line;
    const type = OCCURRED.exec(text)?.[1];
    if (type) {
      held = [{ number, text: type }];
      [mode, age] = ["message", 0];
      return [{ number, text: HEADING3 }];
    }
    const what = WHAT.exec(text)?.[1];
    if (what && EXCEPTION_LINE.test(what)) {
      held = [{ number, text: what }];
      [mode, age] = ["what", 0];
      return [];
    }
    if (/^Traceback(?: \(most recent call last\))?:$/.test(text)) {
      held = last ? [last] : [];
      [mode, age] = ["frames", 0];
      return [{ number, text: HEADING3 }];
    }
    if (last && fresh && FILE2.test(text) && /^\s/.test(text)) {
      held = [last];
      [mode, age] = ["frames", 0];
      return [{ number, text: HEADING3 }, line];
    }
    if (EXCEPTION_LINE.test(text)) last = line;
    else if (text !== "") last = void 0;
    if (last !== line) fresh = !/^\s/.test(text);
    return [line];
  };
  return {
    read(line) {
      const { number, text } = line;
      age += 1;
      switch (mode) {
        case "message": {
          if (FILE2.test(text)) {
            mode = "frames";
            return [line];
          }
          const [first] = held;
          if (age > NEAR || !first) return [...release(), line];
          if (!first.text.includes(":") && text.trim() !== "")
            held = [{ number, text: `${first.text}: ${text.trim()}` }];
          return [];
        }
        case "frames": {
          if (EXCEPTION_LINE.test(text)) held = [];
          if (age > MOST3 || !(FILE2.test(text) || /^\s+\S/.test(text)))
            return [...release(), ...plain(line)];
          return [line];
        }
        case "what":
          if (AT.test(text)) mode = "at";
          else if (text !== "" || age > NEAR) return [...release(), ...plain(line)];
          return [];
        case "at": {
          const [, file, at, name] = AT_FRAME.exec(text) ?? [];
          if (!file || age > MOST3) return [...release(), ...plain(line)];
          reversed.push({ number, text: `  File "${file}", line ${at}, in ${name}` });
          return [];
        }
        case "none":
          return plain(line);
        default:
          return mode;
      }
    },
    end: release
  };
}

// src/judge/read-log/mention-place.ts
var ANNOUNCED = /\bif you (?:see|get|run into|encounter|receive)\b|\byou (?:may|might|will|would|could|can) (?:also )?(?:see|get|receive|encounter)\b|^\s*\.\. (?:code-block|note|warning|versionchanged|versionadded)::/im;
var EXPLAINED = /^[\s\W]*(?:this|it|which|that|the error|the message) (?:usually |often |typically |simply |just )?(?:means|happens when|occurs when|appears when|indicates)\b/i;
var EXPLAINED_INSIDE = /\b(?:happens|occurs|appears) when\b|\bwhich means\b|^[\s\W]*(?:means|indicates)\b/i;
var END = /[.!?]["'`)\]]*\s+(?=["'`([]?[A-Z])/;
var NEAR2 = 3;
function isAnnounced(before) {
  return ANNOUNCED.test(before.split(END).at(-1) ?? "");
}
function isExplained(after) {
  const [rest = "", next = ""] = after.replace(/^["'`”)\]]+/, "").split(END);
  return EXPLAINED_INSIDE.test(rest) || EXPLAINED.test(rest) || EXPLAINED.test(next);
}
function goneOn(after, text) {
  const blank = after.indexOf("", 1);
  const over = blank > 0 && blank < after.length - 1;
  if (over || after.length > NEAR2) return after;
  return [...after, text.trim() === "" ? "" : text];
}
var Surroundings = class {
  #paragraph = [];
  #introduction = "";
  #current;
  read(text) {
    if (this.#current !== void 0) this.#pass(this.#current);
    this.#current = text;
  }
  #pass(text) {
    if (text.trim() !== "") {
      this.#paragraph = [...this.#paragraph.slice(1 - NEAR2), text];
      return;
    }
    const last = this.#paragraph.join("\n");
    if (last !== "") this.#introduction = /:\s*(?:```\w*)?\s*$/.test(last) ? last : "";
    this.#paragraph = [];
  }
  get before() {
    return [this.#introduction, ...this.#paragraph];
  }
};

// src/judge/read-log/lead-ins.ts
var EXCEPTION2 = String.raw`(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception)(?:: |\(['"]))`;
var REPR = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception))\((['"])(.+)\2,?\)$/;
var LEAD_IN = new RegExp(
  `^\\s*(?:Error(?: in .{1,120}?)? ?: |ErrorMessage "|\\[ERROR\\]\\s+|(?:InitError: )?PyError \\(.{1,120}?\\) <(?:class|type) '[\\w.]+'>\\s*|(?:Caused by: )?(?:[a-z]\\w*\\.){2,}\\w+Exception: |Caused by: |Python Error: )${EXCEPTION2}`
);
var CLASS = /^\s*PyCall::PyError: <class '([\w.]+)'>: /;
var LAMBDA = /^\s*(?:\[ERROR\]\s+)?(?:Runtime\.)?ImportModuleError: Unable to import module '[^']*': (?=\S)/;
var ORIGINAL = /^_?The original error was: (['"])(\S+\.(?:so|pyd|dylib)\b\S*: .+)\1$/;
var PLACED = /^(\S+\.(?:py|pyx|pxd)):(\d+): ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
var PANIC = /^(?:thread '.*' panicked at ')?(Failed to access NumPy \w+ API capsule: PyErr \{.*\}|(?<=')Failed to import numpy module)(?:', \S+:\d+:\d+)?$/;
var ONE_LINE = /^\s*(File "[^"]{1,1000}", line \d+, in (?:<module>|init [\w.]+|\w+)) ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
var INDENTED = new RegExp(`^ {1,3}${EXCEPTION2}`);
var LABEL = /:\s*$/;
function readLeadIns() {
  let before = "";
  let frameAtMargin = false;
  let amongFrames = false;
  return {
    read(line) {
      let { text } = line;
      if (amongFrames && INDENTED.test(text)) text = text.trimStart();
      amongFrames = text.startsWith(" ") && (amongFrames || text.startsWith('  File "'));
      const [, frame, ended] = ONE_LINE.exec(text) ?? [];
      if (frame && ended) {
        before = ended;
        return [
          { number: line.number, text: `  ${frame}` },
          { number: line.number, text: ended }
        ];
      }
      if (text.startsWith('File "') && /^File "[^"]+", line \d+/.test(text)) {
        frameAtMargin = true;
        before = text;
        return [{ number: line.number, text: `  ${text}` }];
      }
      if (text.startsWith('"') && /^"[^"]+\.py[xd]?", line \d+, in \S/.test(text)) {
        frameAtMargin = true;
        before = text;
        return [{ number: line.number, text: `  File ${text}` }];
      }
      const [, file, at, raised] = PLACED.exec(text) ?? [];
      if (file && raised) {
        before = raised;
        return [
          { number: line.number, text: `  File "${file}", line ${at}, in <module>` },
          { number: line.number, text: raised }
        ];
      }
      if (frameAtMargin && /^\S/.test(text) && !EXCEPTION_LINE.test(text) && !/^Traceback|^The above|^During/.test(text)) {
        text = `    ${text}`;
      } else if (LAMBDA.test(text)) {
        const raised2 = text.replace(LAMBDA, "");
        const type2 = raised2.startsWith("No module named") ? "ModuleNotFoundError" : "ImportError";
        text = `${type2}: ${raised2}`;
      } else if (LEAD_IN.test(text)) {
        text = text.replace(LEAD_IN, "");
      } else if (/^\s/.test(text) && LABEL.test(before) && !isAnnounced(before)) {
        const bare = text.trim();
        if (EXCEPTION_LINE.test(bare) && bare.includes(": ")) text = bare;
      }
      frameAtMargin = false;
      text = text.replace(PANIC, "pyo3_runtime.PanicException: $1").replace(CLASS, "$1: ").replace(ORIGINAL, "ImportError: $2");
      const [, type, , message] = REPR.exec(text) ?? [];
      if (type && message) text = `${type}: ${message}`;
      if (text.trim() !== "") before = text;
      return [text === line.text ? line : { number: line.number, text }];
    },
    end: () => []
  };
}

// src/judge/read-log/link-texts.ts
var LINK = /\[([^[\]\n]{1,500})\]\((?:https?|file|vscode-notebook-cell|command):[^()\s]*\)/g;
function readLinkTexts() {
  return eachLine((text) => text.includes("](") ? text.replace(LINK, "$1") : text);
}

// src/judge/read-log/log-line.ts
var CAP = 4096;
var PYTEST = /^E(?: {3}(?= {2}File ")| {3,}(?=\S)| {1,3}(?=\S|$))/;
function toLogLine({
  number,
  text,
  foreign = false
}) {
  const capped = text.length > CAP ? text.slice(0, CAP) : text;
  const pytest = capped.startsWith("E") && PYTEST.test(capped);
  const bare = pytest ? capped.replace(PYTEST, "") : capped;
  return { number, text: bare.trimEnd(), pytest, foreign };
}

// src/judge/read-log/flat-ipython.ts
var FRAME2 = /(?<=\s)(?:File )?((?:~|\/|[A-Za-z]:[\\/]|\w[\w.-]{0,200}[\\/])[^\s"]{1,500}?\.(?:py|pyx|pxd))(?::(\d+)(?:,? in (init [\w.]+|<[^<>\s]+>|[\w.]+))?| in (init [\w.]+|<[^<>\s]+>|[\w.]+))(?:\([^)]*\))?(?=\s)/g;
var RAISED = /(?:^|\s)((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .+)$/;
var HEADING4 = "Traceback (most recent call last)";
var MOST_CHARACTERS = 2e4;
function flatIpython(text) {
  if (!text.includes(HEADING4) || text.length > MOST_CHARACTERS) return void 0;
  const frames = [...text.matchAll(FRAME2)];
  const last = frames.at(-1);
  if (last === void 0) return void 0;
  const [, raised] = RAISED.exec(text.slice(last.index + last[0].length)) ?? [];
  if (raised === void 0) return void 0;
  return [
    `${HEADING4}:`,
    ...frames.map(
      ([, file, line = "0", name, old]) => `  File "${file}", line ${line}, in ${name ?? old ?? "<module>"}`
    ),
    raised
  ];
}

// src/judge/read-log/lost-breaks.ts
var BUILTIN = "ModuleNotFoundError|ImportError|AttributeError|RuntimeError|SystemError|ValueError|TypeError|OSError|KeyError|NameError|RuntimeWarning|UserWarning|AssertionError|IndexError|FileNotFoundError|NotImplementedError";
var FRAME3 = /File "[^"\n]{1,1000}", line \d+/g;
var HEADER2 = "Traceback \\(most recent call last\\):";
var SPLIT_BEFORE = new RegExp(
  `(?=${HEADER2})|(?=(?: {2})?File "[^"\\n]{1,1000}", line \\d+, in )|(?=The above exception was the direct cause)|(?=During handling of the above exception, another)`
);
var GLUED_BY_NUMPY = new RegExp(`^${HEADER2} {1,2}File "[^"]+", line \\d+, in \\S+$`);
var RAISED2 = new RegExp(
  `^(.*?)(?:(?<=[\\s>)])((?:[A-Za-z_]\\w*\\.)*[A-Z]\\w*(?:Error|Exception))|(${BUILTIN}))(: .*|:?)$`
);
var BEHEADED = /^(?:\s*File ")?([^\s"]+\.py", line \d+, in (?:<module>|\w+) .+\b(?:ImportError|ModuleNotFoundError): \S.*)$/;
var BREAK = / {3}(?=File "[^"\n]{1,1000}", line \d+, in )/;
var QUOTED_START = /^(\s*(?:> ?)+)(?=\s*\S)/;
var SENTENCE = /(?=A module that was compiled using NumPy 1\.x cannot be run in)|(?=Traceback \(most)/;
function restoreBreaks() {
  return eachLine((text) => {
    if (text.length < 80) return text;
    if (text.includes("A module that was compiled using NumPy 1.x") && text.includes("Traceback (")) {
      return text.split(SENTENCE).flatMap((part) => restored(part));
    }
    return flatIpython(text) ?? atFrames(text) ?? restored(text);
  });
}
function atFrames(text) {
  const [first = "", ...frames] = text.split(BREAK);
  if (frames.length === 0 || first.trim() === "" || /^[\s>]*$/.test(first)) return void 0;
  const isLine = /Traceback \(most recent call last\):$/.test(first) || /^[\s>]* {4}\S/.test(first);
  if (!isLine) return void 0;
  const marks = QUOTED_START.exec(text)?.[1] ?? "";
  return [first, ...frames.map((one) => `${marks}  ${one}`)];
}
function restored(text) {
  const [, tail] = BEHEADED.exec(text) ?? [];
  if (tail !== void 0) return pieces(`File "${tail}`);
  if (!text.includes('File "') || GLUED_BY_NUMPY.test(text)) return text;
  const frames = text.match(FRAME3)?.length ?? 0;
  const headed = text.includes("Traceback (most recent call last):");
  const told = new RegExp(`", line \\d+, in .+(?:${BUILTIN})(?::|$)`).test(text);
  if (frames < 2 && !(headed && told)) return text;
  return text.split(SPLIT_BEFORE).flatMap((part) => pieces(part));
}
function pieces(part) {
  const [, place, rest = ""] = /^\s*(File "[^"]+", line \d+, in (?:<[^<>]+>|init [\w.]*?(?=(?:[A-Z]\w*Error)|\s|$)|[^\s]+))\s*(.*)$/.exec(
    part
  ) ?? [];
  if (!place) return part.trim() === "" ? [] : [part.trimEnd()];
  const [, before = rest, named2, builtin, message = ""] = RAISED2.exec(rest) ?? [];
  const raised = named2 ?? builtin;
  const source = raised ? before : rest;
  return [
    `  ${place}`,
    ...source.trim() === "" ? [] : [`    ${source.trim()}`],
    ...raised ? [`${raised}${message}`] : []
  ];
}

// src/judge/read-log/partial-lines.ts
var PIECE = /^(\d{4}-\d\d-\d\d\S+ (std(?:out|err)) )([PF]) ([\s\S]*)$/;
var MOST4 = 64;
function joinPartialLines() {
  const begun = /* @__PURE__ */ new Map();
  const close = (stream) => {
    const known = begun.get(stream);
    begun.delete(stream);
    return known ? [{ number: known.line.number, text: known.text }] : [];
  };
  return {
    read(line) {
      const [, head, stream, mark, text = ""] = PIECE.exec(line.text) ?? [];
      if (head === void 0 || stream === void 0) return [line];
      const known = begun.get(stream);
      if (mark === "F" && !known) return [line];
      if (known) {
        known.text += text;
        known.pieces += 1;
        return mark === "F" || known.pieces >= MOST4 ? close(stream) : [];
      }
      begun.set(stream, { line, text: `${head}F ${text}`, pieces: 1 });
      return [];
    },
    end: () => [...begun.keys()].flatMap(close)
  };
}

// src/judge/read-log/quoted-printable.ts
var SOFT = /[^=]=$/;
var ESCAPE = /=([0-9A-F]{2})/g;
var FULL = 70;
var LONGEST = 76;
var MOST5 = 200;
function decodeQuotedPrintable() {
  let proven = false;
  let kept = [];
  const release = () => {
    const [first] = kept;
    const joined2 = kept.map(({ text }) => SOFT.test(text) ? text.slice(0, -1) : text).join("");
    kept = [];
    return first ? [{ number: first.number, text: decoded(joined2) }] : [];
  };
  return {
    read(line) {
      const { text } = line;
      const soft = SOFT.test(text) && text.length >= FULL && text.length <= LONGEST;
      proven ||= /^Content-Transfer-Encoding: quoted-printable/i.test(text) || soft;
      if (!proven) return [line];
      if (text.length > LONGEST) {
        proven = false;
        return [...release(), line];
      }
      kept.push(line);
      return SOFT.test(text) && kept.length < MOST5 ? [] : release();
    },
    end: release
  };
}
function decoded(text) {
  if (!text.includes("=")) return text;
  return text.replace(/(?:=[0-9A-F]{2})+/g, (run) => {
    const codes = [...run.matchAll(ESCAPE)].map(([, hex = ""]) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(Uint8Array.from(codes));
  });
}

// src/judge/read-log/prefix.ts
var LEVELS = "TRACE|DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|FATAL|SEVERE|trace|debug|info|notice|warning|warn|error|critical|fatal|stderr|stdout|err|out";
var TOKEN = new RegExp(
  `(?:${LEVELS})(?![A-Za-z\\d])|[.,]\\d+(?![A-Za-z\\d])|[A-Za-z\\d]+|\\s+|[^\\sA-Za-z\\d]`,
  "g"
);
var DAY_OR_MONTH = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;
var MENDED = /(?:^|[\s\-*#:])(?:[Ff]ix(?:e[sd])?|[Rr]esolve[sd]?|[Aa]void|[Dd]ocument(?:ed|s)?|[Hh]andle[sd]?)\b[^:]*["'`“]$/;
var LONGEST2 = 300;
function prefixOf(text) {
  if (text.length > LONGEST2) return void 0;
  const body = text.trimEnd();
  if (/^[+-]$/.test(text)) return void 0;
  if (MENDED.test(text)) return void 0;
  const gap = text.slice(body.length);
  const closing = closingOf(body);
  const end = gap === "" ? "" : `(?:${gap.replaceAll("	", "\\t")}|$)`;
  const exact = new RegExp(`^${shapeOf(body, false)}${end}`);
  const loose = /[^\s\w]/.test(body) ? new RegExp(`^${shapeOf(body, true)}${end}`) : void 0;
  return {
    closing,
    edges: { first: text.charAt(0), last: text.slice(Math.max(0, body.length - 1)) },
    length: body.length,
    strip(line) {
      if (body === "")
        return line.startsWith(text) ? { text: line.slice(text.length), same: true } : void 0;
      const found = exact.exec(line);
      if (found) return { text: line.slice(found[0].length), same: true };
      const other = loose?.exec(line);
      return other ? { text: line.slice(other[0].length), same: false } : void 0;
    }
  };
}
function shapeOf(body, loose) {
  const tokens = body.match(TOKEN) ?? [];
  return tokens.map((token, at) => {
    if (/^\d+$/.test(token)) return "\\d+";
    if (/^[.,]\d/.test(token)) return `(?:[.,]\\d+)?`;
    if (/^\s/.test(token))
      return at === 0 || /^\d/.test(tokens[at + 1] ?? "") || /^\d/.test(tokens[at - 1] ?? "") ? "\\s*" : "\\s+";
    if (new RegExp(`^(?:${LEVELS})$`).test(token)) return `(?:${LEVELS})`;
    if (DAY_OR_MONTH.test(token)) return "[A-Z][a-z]{2}";
    if (/^[A-Za-z]+$/.test(token)) return loose ? "[A-Za-z]+" : token;
    const [, name] = /^([A-Za-z]{2,})\d+$/.exec(token) ?? [];
    if (name) return loose ? "[A-Za-z]+\\d+" : `${name}\\d+`;
    if (/^[A-Za-z\d]+$/.test(token)) return "[A-Za-z\\d]+";
    return token.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  }).join("");
}
function closingOf(body) {
  const last = body.at(-1) ?? "";
  if (last === '"' || last === "'") return last;
  return /^[│┃║|]$/.test(body.trim()) ? body.trim() : "";
}
function resembles(prefix, line) {
  if (prefix.strip(line) !== void 0) return true;
  const { first, last } = prefix.edges;
  const end = last.trim();
  return end !== "" && !/\w/.test(end) && alike(first, line.charAt(0)) && line.includes(end);
}
function alike(a, b) {
  return a === b || /\d/.test(a) && /\d/.test(b);
}
function withoutFrame(prefix, text) {
  const { closing } = prefix;
  if (closing === "") return text;
  if (closing === '"' || closing === "'") {
    const end = new RegExp(`(?:\\\\r)?(?:\\\\n)*${closing}[,;+)\\]}\\s]*$`);
    return end.test(text) ? text.replace(end, "").replaceAll(`\\${closing}`, closing) : text;
  }
  const bare = text.trimEnd();
  return bare.endsWith(closing) ? bare.slice(0, -1).trimEnd() : text;
}

// src/judge/read-log/read-prefix.ts
var KNOWN2 = /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? )?(?:std(?:out|err) [FP] )?(?:##\[(?:error|warning|notice|debug|group)\])?/;
var NAMED = /^(?:\[[^\]\n]{1,80}\] {1,4}\| ?|[\w.-]+[-_]\d+ +\| )(?:##\[(?:error|warning|notice|debug|group)\])?/;
var QUOTED = /^(?:> ?)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error:$)/;
var BEFORE = 30;
var LEVEL = /^(?:\[?(?:ERROR|CRITICAL|FATAL|Error|error|fatal|stderr|err)\]?(?: in [\w.]+\([^)]*\)?)? ?[:|-]? +)+(?=(?:[A-Za-z_]\w*\.)*[A-Z]\w*Error: )/;
function readPrefixes() {
  let current;
  let waiting = [];
  const bare = (text) => {
    const at = beginOf(text);
    if (at >= 0) {
      const known = current?.strip(text);
      const indented = known?.same && /^\s*$/.test(known.text.slice(0, findAnchor(known.text)));
      if (current && indented) return withoutFrame(current, known.text);
      current = at === 0 ? void 0 : prefixOf(text.slice(0, at));
      return current ? withoutFrame(current, text.slice(at)) : text;
    }
    const stripped = current?.strip(text);
    if (current && stripped) return withoutFrame(current, stripped.text);
    const raised = current && behindOther(current, text);
    if (current && raised !== void 0) return withoutFrame(current, raised);
    return alone(text);
  };
  const told = (line) => {
    const other = beginOf(line.text) < 0 ? current?.strip(line.text) : void 0;
    if (other && !other.same) return { number: line.number, text: other.text, foreign: true };
    const text = bare(line.text);
    return text === line.text ? line : { number: line.number, text };
  };
  return {
    read(raw) {
      const known = raw.text.replace(KNOWN2, "");
      const line = known === raw.text ? raw : { number: raw.number, text: known };
      if (current) return [told(line)];
      const at = beginOf(line.text);
      if (at < 0) {
        waiting.push(line);
        return waiting.length > BEFORE ? [told(waiting.shift())] : [];
      }
      const anchored = told(line);
      const before = waiting.map(told);
      waiting = [];
      return [...before, anchored];
    },
    end() {
      const rest = waiting.map(told);
      waiting = [];
      return rest;
    }
  };
}
var LONGEST3 = 200;
var RAISED3 = /(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)(?:: |$)/;
function beginOf(text) {
  const at = findAnchor(text);
  return at < 0 && text.startsWith(">") ? QUOTED.exec(text)?.[0].length ?? -1 : at;
}
function behindOther({ edges, length }, text) {
  const { first, last } = edges;
  if (last.trim() === "" || /^[\s\w]/.test(last) || !alike(first, text.charAt(0))) return void 0;
  const indented = text.indexOf(`${last}    `);
  if (indented > 0 && indented < LONGEST3) return text.slice(indented + last.length);
  const raised = text.search(RAISED3);
  if (raised > 0 && raised < LONGEST3 && text.slice(0, raised).endsWith(last)) {
    return text.slice(raised);
  }
  const short = text.length < 2 * length + 10;
  const empty = short && raised < 0 && text.trimEnd().endsWith(last.trimEnd());
  return empty ? "" : void 0;
}
function alone(text) {
  const said = text.replace(NAMED, "");
  const bare = said.replace(LEVEL, "");
  return bare !== said && EXCEPTION_LINE.test(bare) ? bare : said;
}

// src/judge/read-log/rejoin-sentences.ts
var WHOLE = [
  /[\w.]+ (?:size changed, may indicate binary incompatibility|has the wrong size, try recompiling)\. Expected \d+(?:-\d+)?(?: from C header, got \d+(?:-\d+)? from PyObject|, got \d+)/,
  /module (?:was )?compiled against (?:API|ABI|NumPy C-API) version (?:0x)?[0-9a-f]+ (?:\(NumPy \d+\.\d+\) )?but (?:this version of numpy is (?:0x)?[0-9a-f]+|the running NumPy has C-API version 0x[0-9a-f]+)/,
  /\(GIL\) has been enabled to load module '[^']+'/,
  /numpy\._?core\.(?:multiarray|umath|_multiarray_umath) failed to import/,
  /_(?:ARRAY|UFUNC)_API not found/,
  /No module named '[^']+'/,
  /cannot import name '\w+' from (?:partially initialized module )?'[\w.]+'(?: \(most likely due to a circular import\))? \([^)]+\)/,
  /: cannot open shared object file: No such file or directory/,
  /: version [`']\S+' not found \(required by [^)]+\)/,
  /DLL load failed(?: while importing \w+)?: The specified (?:module|procedure) could not be found/,
  /: cannot allocate memory in static TLS block/,
  /initialization of \S+ (?:failed without raising an exception|raised unreported exception|did not return)/,
  /module '[\w.]+' has no attribute '\w+'/,
  /dynamic module does not define (?:module export|init) function \(\w+\)/,
  /`?(?:np|numpy)\.\w+`? was removed in (?:the )?NumPy \d/,
  /Unable to avoid copy while creating an array as requested/,
  /Python version mismatch: module was compiled for Python \S+, but the interpreter version is incompatible: \d+\.\d+/,
  /compile ?time (?:Python )?version \S+ of module '[^']+' (?:does not match|was newer than) runtime version \d+\.\d+/,
  /: undefined symbol: \w+/,
  /wrong ELF class: ELFCLASS\d+|: invalid ELF header|: file too short/,
  /A module that was compiled using NumPy 1\.x cannot be run in NumPy \d[\w.+-]* as it may crash/,
  /module \w+ does not support loading in subinterpreters/,
  /The NumPy module was reloaded \(imported a second time\)/,
  /Python C API version mismatch for module \w+: This Python has API version \d+, module \w+ has version \d+/,
  /Module use of python\w*\.dll conflicts with this version of Python/
];
var BEGINS = /(?:Error|Exception|Warning):(?: |$)|\w+ size changed|A module that was compiled using NumPy/;
var MOST6 = 6;
var PYTEST2 = /^E {3,}/;
function rejoinSentences() {
  let kept = [];
  const release = () => {
    const lines = kept;
    kept = [];
    return lines;
  };
  const open = (line) => {
    const begun = line.text.length < 400 && BEGINS.test(line.text) && !isWhole(line.text);
    if (!begun) return [line];
    kept = [line];
    return [];
  };
  return {
    read(line) {
      if (kept.length === 0) return open(line);
      const marked = PYTEST2.test(kept[0]?.text ?? "") && PYTEST2.test(line.text);
      const bare = marked ? { ...line, text: line.text.replace(PYTEST2, "") } : line;
      const text = bare.text.trim();
      const ends = text === "" || kept.length >= MOST6 || findAnchor(line.text) >= 0 || EXCEPTION_LINE.test(text) || BEGINS.test(text);
      if (ends) return [...release(), ...open(line)];
      kept.push(bare);
      const whole = joinedSentence(kept.map((one) => one.text));
      const [first] = kept;
      if (whole === void 0 || !first) return [];
      kept = [];
      return [{ number: first.number, text: whole }];
    },
    end: release
  };
}
function isWholeSentence(text) {
  return WHOLE.some((pattern) => {
    const found = pattern.exec(text);
    return found !== null && found.index + found[0].length === text.trimEnd().length;
  });
}
function isWhole(text) {
  return WHOLE.some((pattern) => pattern.test(text));
}
function joinedSentence(pieces2) {
  let candidates = [pieces2[0]?.trimEnd() ?? ""];
  for (const piece of pieces2.slice(1)) {
    candidates = candidates.flatMap((one) => {
      const [spaced, tight] = [`${one} ${piece.trim()}`, `${one}${piece.trim()}`];
      return isInsideWord(one, piece.trim()) ? [tight, spaced] : [spaced, tight];
    });
  }
  return candidates.find(isWhole);
}
function isInsideWord(left, right) {
  if (/(?:Error|Exception|Warning):$/.test(left)) return false;
  const last = /\S*$/.exec(left)?.[0] ?? "";
  return /[\\/]/.test(last) || /[-_./\\('"]$/.test(last) || /^[-_./\\)'":,]/.test(right);
}

// src/judge/read-log/rejoin-wraps.ts
var WINDOW = 40;
var NARROWEST = 30;
var PIECES = 4;
var CONSOLES = [
  72,
  76,
  78,
  79,
  80,
  90,
  96,
  99,
  100,
  110,
  118,
  119,
  120,
  125,
  128,
  130,
  132,
  140,
  150,
  158,
  160,
  180,
  200,
  220,
  240
];
var NARROW = 60;
var WIDE = 260;
var TELLING = /(?:Error|Exception|Warning): |File "|Original error was: /;
var COMPLETE_FRAME = /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?:<[^<>]+>|init [\w.]+|(?!init\s*$)\w[\w.]*)\s*$/;
var BEGUN_FRAME = /File "|^[ >|]*File$/;
var NAMELESS_FRAME = /", line \d+, in ?$/;
var NAME = /^\s*(?:<\w*>?|init [\w.]+|[\w.]+>?)\s*$/;
var WHOLE_FRAME = /File "[^"]{1,1000}", line (?:\d+|\?\?\?),? in (?!init\s*$)\S/;
function rejoinWraps() {
  let buffer = [];
  let width = 0;
  let prefix;
  const isPrefixed = () => {
    const shared = buffer.filter((one) => one.text !== "" && prefix && resembles(prefix, one.text)).length > 2;
    if (!shared) prefix = commonPrefix(buffer) ?? prefix;
    return prefix !== void 0 && buffer.some((one) => prefix && resembles(prefix, one.text));
  };
  const notice = () => {
    const last = buffer.length - 1;
    for (let back = 1; back < PIECES && back <= last; back += 1) {
      const begun = buffer[last - back];
      if (!begun || !BEGUN_FRAME.test(begun.text) || WHOLE_FRAME.test(begun.text) && !/ in <[a-z]*$/.test(begun.text))
        continue;
      const size = begun.text.length;
      const pieces2 = buffer.slice(last - back, last + 1).map((one) => one.text);
      const even = pieces2.slice(0, -1).every((text) => text.length === size);
      if (size >= NARROWEST && even && COMPLETE_FRAME.test(pieces2.join(""))) {
        if (buffer.every((one) => one.text.length <= size) && !isPrefixed()) width = size;
      }
    }
  };
  const measure = (head) => {
    const longest = head.length;
    const prefixed = isPrefixed();
    if (isPrefixedAlike(head, buffer[1]?.text)) return;
    if (longest > WIDE || buffer.some((one) => one.text.length > longest)) return;
    if (buffer[1] && !goesOn(head, buffer[1].text)) return;
    const cut = buffer.filter((one) => one.text.length === longest);
    if (!prefixed && cut.length < 3 && !CONSOLES.includes(longest)) return;
    const all = buffer.every((one, at) => {
      const next = buffer[at + 1];
      if (one.text.length < longest || !next) return true;
      return goesOn(one.text, next.text) && (!prefixed || !(prefix && resembles(prefix, next.text)));
    });
    if (all && cut.some((one) => TELLING.test(one.text))) width = longest;
  };
  const take = () => {
    const [head] = buffer;
    if (width === 0 && head && head.text.length >= NARROW && TELLING.test(head.text))
      measure(head.text);
    const first = buffer.shift();
    if (width === 0 || first.text.length !== width) return joinedFrame(first);
    let text = first.text;
    let piece = first.text;
    while (piece.length === width && buffer[0] && goesOn(text, buffer[0].text)) {
      if (prefix && resembles(prefix, buffer[0].text)) break;
      piece = buffer[0].text;
      text = joinedSentence([text, piece]) ?? seamless(text, piece);
      buffer.shift();
    }
    return { number: first.number, text };
  };
  const joinedFrame = (first) => {
    if (!BEGUN_FRAME.test(first.text)) return first;
    if (WHOLE_FRAME.test(first.text) && !/ in <[a-z]*$/.test(first.text)) return first;
    let [tight, spaced] = [first.text, first.text];
    for (let count = 1; count < PIECES && count <= buffer.length; count += 1) {
      const next = buffer[count - 1]?.text ?? "";
      if (next.trim() === "" || findAnchor(next) >= 0) return first;
      tight += next.trimStart();
      spaced = `${spaced.trimEnd()} ${next.trim()}`;
      const whole = [tight, spaced].find((text) => COMPLETE_FRAME.test(text));
      if (whole === void 0) continue;
      buffer = buffer.slice(count);
      return { number: first.number, text: whole };
    }
    return first;
  };
  return {
    read(line) {
      if (line.text.length > width) width = 0;
      buffer.push(line);
      if (line.text !== "") notice();
      return buffer.length > WINDOW ? [take()] : [];
    },
    end() {
      const rest = [];
      while (buffer.length > 0) rest.push(take());
      return rest;
    }
  };
}
function seamless(text, piece) {
  const [tight, spaced] = [`${text}${piece}`, `${text.trimEnd()} ${piece.trim()}`];
  const isFrame = BEGUN_FRAME.test(text) && !WHOLE_FRAME.test(text);
  return isFrame && !COMPLETE_FRAME.test(tight) && COMPLETE_FRAME.test(spaced) ? spaced : tight;
}
function commonPrefix(lines) {
  for (const { text } of lines) {
    const at = findAnchor(text);
    const prefix = at > 0 ? prefixOf(text.slice(0, at)) : void 0;
    if (!prefix) continue;
    const same2 = lines.filter((one) => one.text === "" || resembles(prefix, one.text));
    if (same2.length > 2) return prefix;
  }
  return void 0;
}
function isPrefixedAlike(text, next) {
  const at = findAnchor(text);
  const own = at > 0 ? prefixOf(text.slice(0, at)) : void 0;
  return own !== void 0 && next !== void 0 && next !== "" && resembles(own, next);
}
var OF_SHELL = /^(?:Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Killed)(?: \(core dumped\)|: \d+)?$/;
var BOX_END = /[│╮╯┐┘]$/;
var BOX_START = /^\s*[│╭╰┌└]/;
function goesOn(text, next) {
  if (next.trim() === "" || isRuler(text) || isWholeSentence(text)) return false;
  if (BOX_END.test(text) && BOX_START.test(next)) return false;
  if (OF_SHELL.test(next)) return false;
  if (/^([-=_*#])\1{4,}/.test(next)) return false;
  if (NAMELESS_FRAME.test(text) && !NAME.test(next)) return false;
  if (WHOLE_FRAME.test(text) && (/^ {4}/.test(next) || EXCEPTION_LINE.test(next.trim()))) {
    return false;
  }
  return findAnchor(next) < 0 || BEGUN_FRAME.test(text) && !WHOLE_FRAME.test(text);
}
function isRuler(text) {
  const last = text.at(-1);
  return last !== void 0 && text.at(-2) === last && text.endsWith(last.repeat(10));
}

// src/judge/read-log/shell-lines.ts
var POWERSHELL = /^\s*\+ (?:CategoryInfo|FullyQualifiedErrorId|PSComputerName) +: |^At (?:line:\d+|\S.*\.ps1:\d+) char:\d+$|^\+ +~+$/;
var ABOVE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ DEBG '[^']+' std(?:out|err) output:$/;
var DIVIDER = /^\s*(?:\+-)?\+-{10,}(?: (?:\d+|\.\.\.) -{10,})?$/;
function dropShellLines() {
  let afterPowerShell = false;
  return {
    read(line) {
      const { text } = line;
      if (DIVIDER.test(text)) {
        return ["", text.trim()].map((one) => ({ number: line.number, text: one }));
      }
      if (POWERSHELL.test(text) || ABOVE.test(text)) {
        afterPowerShell = !ABOVE.test(text);
        return [];
      }
      const blank = afterPowerShell && (/^ ?$/.test(text) || /^\+ \S/.test(text));
      if (!blank) afterPowerShell = false;
      return blank ? [] : [line];
    },
    end: () => []
  };
}

// src/judge/read-log/split-lines.ts
var LONGEST_LINE = 262144;
function createLineSplitter() {
  let number = 0;
  let parts = [];
  let length = 0;
  const take = (piece) => {
    const room = LONGEST_LINE - length;
    if (room <= 0 || piece === "") return;
    parts.push(piece.length > room ? piece.slice(0, room) : piece);
    length += Math.min(room, piece.length);
  };
  const line = () => {
    const text = parts.length === 1 ? parts[0] ?? "" : parts.join("");
    parts = [];
    length = 0;
    number += 1;
    return { number, text: text.endsWith("\r") ? text.slice(0, -1) : text };
  };
  return {
    *read(text) {
      let start = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
        take(text.slice(start, end));
        yield line();
        start = end + 1;
      }
      take(text.slice(start));
    },
    *end() {
      if (length > 0) yield line();
    }
  };
}

// src/judge/read-log/terminal-casts.ts
var HEADER3 = /^\s*\{.*"version"\s*:\s*[123]\b/;
var EVENT = /^\s*\[\s*\d[\d.eE+-]*\s*,\s*"([a-z])"\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\s*,?\s*$/;
function readCasts() {
  let first = true;
  let recording = false;
  let begun;
  const written = (number, text) => {
    const lines = text.split(/\r*\n/);
    const done = [];
    for (const [at, piece] of lines.entries()) {
      const known = begun ?? { number, text: "" };
      begun = { number: known.number, text: `${known.text}${piece}` };
      if (at === lines.length - 1) break;
      done.push(begun);
      begun = void 0;
    }
    if (begun?.text === "") begun = void 0;
    return done;
  };
  const end = () => {
    const rest = begun ? [begun] : [];
    begun = void 0;
    return rest;
  };
  return {
    read(line) {
      if (first && line.text.trim() !== "") {
        first = false;
        const found = HEADER3.test(line.text) ? parsed(line.text) : void 0;
        const header = isRecord(found) ? found : void 0;
        const old = textOf(header);
        if (old !== void 0) return [...written(line.number, old), ...end()];
        recording = header !== void 0 && ("width" in header || "term" in header);
        if (recording) return [];
      }
      if (!recording) return [line];
      const [, kind, text] = EVENT.exec(line.text) ?? [];
      if (text === void 0) return line.text.trim() === "" ? [] : [...end(), line];
      if (kind !== "o") return [];
      const output = parsed(text);
      return typeof output === "string" ? written(line.number, output) : [...end(), line];
    },
    end
  };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function textOf(header) {
  const events = header?.["stdout"];
  if (!Array.isArray(events)) return void 0;
  return events.map((one) => Array.isArray(one) && typeof one[1] === "string" ? one[1] : "").join("");
}

// src/judge/read-log/unescape-markdown.ts
var PROOF = /\\[<>]|\\_\\_|[A-Za-z]\\_[A-Z]+\\_API|last call\\\)|in \\<|\w\.\\_|[A-Z]\\_[A-Z]+\\_[A-Z]/;
var ESCAPE2 = /\\([\\`*_{}[\]()<>#+.!|~-])/g;
function unescapeMarkdown() {
  let proven = false;
  return eachLine((text) => {
    if (!text.includes("\\")) return text;
    const here = PROOF.test(text);
    proven ||= here;
    if (!proven || !here && /(?:^|[^\\])_/.test(text)) return text;
    return text.replace(ESCAPE2, "$1");
  });
}

// src/judge/read-log/structured-exceptions.ts
var TYPE = ["exc_type", "type"];
var MESSAGE = ["exc_value", "value"];
var FILE3 = ["filename", "abs_path", "file"];
var LINE = ["lineno", "line_number"];
var NAME2 = ["name", "function"];
var SOURCE = ["line", "context_line"];
var DEEPEST = 6;
function structuredExceptions(record) {
  const found = collect(record, 0);
  return found.length > 0 ? found.toReversed().join("\n") : void 0;
}
function bareExceptions(record) {
  return collect(record, 0, true);
}
function collect(value, depth, bare = false) {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => collect(one, depth + 1, bare));
  if (!isRecord(value)) return [];
  const told = exceptionOf(value, bare);
  return told === void 0 ? Object.values(value).flatMap((one) => collect(one, depth + 1, bare)) : [told];
}
function exceptionOf(fields, bare) {
  const [type, message] = [textIn(fields, TYPE), textIn(fields, MESSAGE)];
  const frames = fields["frames"] ?? recordOf(fields["stacktrace"])["frames"];
  if (type === void 0 || message === void 0) return void 0;
  if (bare) return /(?:Error|Exception)$/.test(type) ? `${type}: ${message}` : void 0;
  if (!Array.isArray(frames)) return void 0;
  const lines = frames.flatMap((one) => frameOf(one));
  return ["Traceback (most recent call last):", ...lines, `${type}: ${message}`].join("\n");
}
function frameOf(value) {
  const fields = recordOf(value);
  const [file, at] = [textIn(fields, FILE3), textIn(fields, LINE)];
  if (file === void 0 || at === void 0) return [];
  const source = textIn(fields, SOURCE);
  const place = `  File "${file}", line ${at}, in ${textIn(fields, NAME2) ?? "<module>"}`;
  return source === void 0 || source.trim() === "" ? [place] : [place, `    ${source.trim()}`];
}
function textIn(fields, names) {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
  }
  return void 0;
}

// src/judge/read-log/unpack-strings.ts
var EXCEPTION3 = String.raw`(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning)\b`;
var START = String.raw`(?:File \\*"|Traceback \(most|${EXCEPTION3}|IMPORTANT: PLEASE|A module that was|Importing the numpy|Original error was|During handling|The above exception|Fatal Python|<frozen |(?:(?:[^\s\\]|\\\\){1,200}:\d+: )?(?:\w*Warning|(?:fatal )?error): |ERROR: |\s*${DRAWN})`;
var COLOUR = String.raw`(?:(?:\\+(?:u001[bB]|x1[bB]|033)|\u001b)\[[0-9;]*m)*`;
var WRITTEN_BREAK = new RegExp(
  String.raw`\\+n(?: |\\+t)*${COLOUR}(?: )*${START}|(?:last call\)|first\)):(?:\\+r)?\\+n|cannot be run in\\+n|THIS ISSUE!\\+n|in <module>(?:\\+r)?\\+n`
);
var LITERAL = /"((?:[^"\\]|\\[\s\S])*)"?/g;
var FIELDS = [
  "message",
  "msg",
  "log",
  "text",
  "textPayload",
  "MESSAGE",
  "line",
  "data",
  "@message",
  "body",
  "output",
  "content",
  "event",
  "error"
];
function unpackStrings() {
  return eachLine((text) => {
    const record = recordIn(text);
    const packed = text.includes("\\") && WRITTEN_BREAK.test(text);
    if (record !== void 0) {
      const framed = text.includes('"frames"') ? structuredExceptions(record) : void 0;
      const told = framed ?? fieldsOf(record);
      const bare = /"exception": ?\{/.test(text) ? bareExceptions(record) : [];
      const missing = bare.filter((one) => !told?.includes(one));
      if (told !== void 0 || missing.length > 0)
        return unpacked([...told ? [told.replace(/\r?\n$/, "")] : [], ...missing].join("\n"));
    }
    if (packed) return unpacked(literalsOf(text));
    return text.includes('File \\"') ? text.replaceAll('\\"', '"') : text;
  });
}
function recordIn(text) {
  const start = text.indexOf('{"') >= 0 ? text.indexOf('{"') : text.indexOf('{ "');
  if (start < 0 || start > 200) return void 0;
  const end = text.lastIndexOf("}");
  if (end <= start) return void 0;
  try {
    const value = JSON.parse(text.slice(start, end + 1));
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function fieldsOf(record) {
  const texts = [];
  const { errorType, errorMessage, stackTrace } = record;
  if (typeof errorMessage === "string") {
    const frames = Array.isArray(stackTrace) ? stackTrace.filter((one) => typeof one === "string") : [];
    const what = typeof errorType === "string" ? `${errorType}: ${errorMessage}` : errorMessage;
    return frames.length > 0 ? ["Traceback (most recent call last):", ...frames.map((one) => one.trimEnd()), what].join(
      "\n"
    ) : what;
  }
  collect2(record, texts, 0);
  if (texts.length > 0) return [...texts, ...behindStack(record, texts)].join("\n");
  for (const field of FIELDS) {
    const value = record[field];
    if (typeof value === "string") return value;
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const inner = fieldsOf(value);
      if (inner !== void 0) return inner;
    }
  }
  const payload = record["jsonPayload"] ?? record["fields"];
  return typeof payload === "object" && payload !== null && !Array.isArray(payload) ? fieldsOf(payload) : void 0;
}
function behindStack(record, texts) {
  const error = record["error"];
  if (typeof error !== "object" || error === null) return [];
  const { type, message } = error;
  if (typeof type !== "string" || typeof message !== "string") return [];
  return texts.some((one) => one.includes(message)) ? [] : [`${type}: ${message}`];
}
function collect2(value, into, depth) {
  if (depth > 6) return;
  if (typeof value === "string") {
    if (/\n[\s\S]*\S/.test(value) || WRITTEN_BREAK.test(value)) into.push(value);
  } else if (Array.isArray(value)) {
    const texts = value.filter((one) => typeof one === "string");
    if (texts.length > 1 && texts.length === value.length && texts.some((one) => /File "|Traceback \(/.test(one)))
      into.push(texts.map((one) => one.replace(/\n$/, "")).join("\n"));
    else for (const one of value) collect2(one, into, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const one of Object.values(value)) collect2(one, into, depth + 1);
  }
}
function literalsOf(text) {
  const inside = [...text.matchAll(LITERAL)].flatMap(
    ([, body = ""]) => WRITTEN_BREAK.test(body) ? [body] : []
  );
  return inside.length > 0 ? inside.join("\n") : text;
}
function unpacked(text) {
  let plain = text;
  for (let depth = 0; depth < 4 && WRITTEN_BREAK.test(plain); depth += 1) plain = unescaped(plain);
  return plain.split(/\r\n|\n/).filter((line) => line === "" || !/^["'\\\],;)}+ ]+$/.test(line));
}
var CONTROL2 = { n: "\n", t: "	", r: "", b: "", f: "" };
function unescaped(text) {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_whole, unicode, byte, other) => {
      if (unicode ?? byte) return String.fromCharCode(Number.parseInt(unicode ?? byte ?? "", 16));
      return CONTROL2[other ?? ""] ?? other ?? "";
    }
  );
}

// src/judge/read-log/read-log.ts
var CAP2 = 4096;
var PARAMETERS = /(?<=\.py::[\w:]{1,200})\[(?:(?!\] (?!- |(?:PASSED|FAILED|SKIPPED|XFAIL|XPASS|ERROR)\b)).){1,1000}?\](?=\s*$| - | (?:PASSED|FAILED|SKIPPED|XFAIL|XPASS|ERROR)\b)/;
function stages() {
  return inOrder([
    readCasts(),
    eachLine((text) => text.includes("\r") ? text.split(/\r+/) : text),
    joinPartialLines(),
    decodeQuotedPrintable(),
    readCloudRecords(),
    unpackStrings(),
    readBreakMarks(),
    eachLine(cleaned),
    readExceptionGroups(),
    eachLine((text) => text.includes(".py::") ? text.replace(PARAMETERS, "[\u2026]") : text),
    undoDoubledQuotes(),
    dropShellLines(),
    unescapeMarkdown(),
    readLinkTexts(),
    restoreBreaks(),
    eachLine((text) => text.length > CAP2 ? text.slice(0, CAP2) : text),
    rejoinWraps(),
    readPrefixes(),
    rejoinWraps(),
    eachLine((text) => text.trimEnd()),
    rejoinSentences(),
    readBoxFrames(),
    readIpythonFrames(),
    readHostExceptions(),
    readLeadIns(),
    readLateFrames()
  ]);
}
function cleaned(text) {
  const clean = cleanText(text);
  return clean.includes("\n") ? clean.split("\n") : clean;
}
function createLogLines() {
  const decoder = createLogDecoder();
  return {
    async *lines(chunks) {
      const splitter = createLineSplitter();
      const stage = stages();
      for await (const chunk of chunks) {
        for (const raw of splitter.read(decoder.decode(chunk))) {
          for (const line of stage.read(raw)) yield toLogLine(line);
        }
      }
      for (const raw of splitter.read(decoder.end())) {
        for (const line of stage.read(raw)) yield toLogLine(line);
      }
      for (const raw of splitter.end()) for (const line of stage.read(raw)) yield toLogLine(line);
      for (const line of stage.end()) yield toLogLine(line);
    },
    get nature() {
      return decoder.nature;
    }
  };
}

// src/judge/explain-log/builders.ts
var HINT = /uil[dt]|ownload|cached|nstall|roject (?:name|version): |reated wheel|pip-|Processing |fetch wheel/;
var NAME3 = String.raw`([A-Za-z](?:[\w.-]*\w)?)`;
var VERSION = String.raw`(\d[\w.+!]*\w|\d)`;
var BEFORE2 = [
  new RegExp(
    String.raw`(?:Downloading|Using cached) (?:\S*/)?${NAME3}-${VERSION}\.(?:tar\.gz|zip)\b`
  ),
  new RegExp(
    String.raw`Building (?:wheel|editable) for ${NAME3} \([\w. ]+\)(?:: started| did not run|\.\.\.)`
  ),
  new RegExp(String.raw`[\\/]pip-(?:install|wheel)-\w+[\\/]${NAME3}_[0-9a-f]{32}\b`),
  new RegExp(
    String.raw`Failed to (?:download and )?(?:build|fetch wheel):? \x60?${NAME3}==${VERSION}`
  ),
  new RegExp(String.raw`Failed to (?:download and )?build \x60${NAME3} @ (?:file:|\.)`),
  new RegExp(String.raw`- Installing ${NAME3} \(${VERSION}\): Failed`),
  /(?:^|\s)Project name: (\S+)$/
];
var OF_AN_INDEX = /(?:Downloading|Using cached) |==\d|- Installing /;
var OF_A_TREE = / @ (?:file:|\.)/;
var AFTER = [
  new RegExp(
    String.raw`Failed to build installable wheels for some pyproject\.toml based projects \(${NAME3}`
  ),
  new RegExp(
    `(?:Failed building (?:wheel|editable) for|Could not build wheels for|Failed to build) (?!installable wheels|one or more wheels)${NAME3}(?:$|,| )`
  ),
  new RegExp(String.raw`not a problem with poetry but with ${NAME3} \(${VERSION}\)`)
];
var LOCAL = /^\s*Processing (?:\.|\/|[A-Za-z]:[\\/]|file:)|pip-req-build-/;
var WENT_WELL = /Successfully (?:built|installed)|Created wheel for |^Installed \d+ package/;
var STOPPED = /subprocess-exited-with-error|metadata-generation-failed|did not run successfully|ninja: build stopped|BackendUnavailable|^ERROR: Exception:|[Bb]uild backend (?:returned an error|failed)|Failed to fetch wheel/;
var IN_NUMPY = /(?:^|\s)(?:\.\.\/)?numpy\/(?:_?core|random|linalg|fft)\/(?!include\/)\S+\.(?:c|cpp|src|h):\d+(?::\d+)?: (?:fatal )?error\b|^\s*FAILED: (?:\[code=\d+\] )?numpy\/(?:_?core|random|linalg|fft)\/|numpy\/_?core\/meson\.build:\d+:\d+: ERROR: /;
var MOST7 = 400;
var FAR = 5e3;
var Builders = class {
  #events = [];
  #versions = /* @__PURE__ */ new Map();
  #fetched = /* @__PURE__ */ new Set();
  #own = /* @__PURE__ */ new Set();
  #local = false;
  #stopped;
  /** Where NumPy's sources are first spoken of. */
  #numpys;
  read(line) {
    const { text } = line;
    if (text.length > 1e3) return;
    if (HINT.test(text)) this.#look(line);
    if (this.#stopped) return;
    const inside = text.includes("numpy/") && IN_NUMPY.test(text);
    if (!inside && (!this.#numpys || !STOPPED.test(text))) return;
    const built = this.of(line.number);
    if (inside && (built === null || built.name === "numpy") && built?.own !== true) {
      this.#numpys ??= line;
      this.#stopped = line;
      this.#add("before", "numpy", line.number);
      return;
    }
    if (built?.name === "numpy" && built.own !== true) this.#stopped = line;
  }
  /** Where NumPy's own build begins and stops; null when no such is seen. */
  get numpyStopped() {
    if (!this.#numpys || !this.#stopped) return null;
    const lines = [.../* @__PURE__ */ new Set([this.#numpys, this.#stopped])];
    return { lines, version: this.#versions.get("numpy") ?? null };
  }
  /** @returns whose build a line of the log belongs to, null when it is not known */
  of(line) {
    const above = this.#events.findLast((one) => one.where !== "after" && one.from <= line);
    const below = this.#events.find((one) => one.from >= line);
    const known = above?.where === "before" && line - above.to < FAR;
    const name = below?.where === "after" ? below.name : known ? above.name : null;
    if (name === null) return null;
    const own = this.#own.has(name) || this.#local && !this.#fetched.has(name);
    return {
      name,
      version: this.#versions.get(name) ?? null,
      own: own ? true : this.#fetched.has(name) ? false : null
    };
  }
  #look(line) {
    const { text, number } = line;
    if (LOCAL.test(text)) this.#local = true;
    const version = /(?:^|\s)Project version: (\d\S*)$/.exec(text)?.[1];
    const last = this.#events.at(-1);
    if (version && last && number - last.to < 3) this.#versions.set(last.name, version);
    if (WENT_WELL.test(text)) {
      this.#add("end", "", number);
      return;
    }
    for (const [where, patterns] of [
      ["before", BEFORE2],
      ["after", AFTER]
    ]) {
      const found = patterns.map((one) => one.exec(text)).find((one) => one !== null);
      if (!found?.[1]) continue;
      const name = normaliseName(found[1]);
      if (found[2]) this.#versions.set(name, found[2]);
      if (OF_AN_INDEX.test(text)) this.#fetched.add(name);
      if (OF_A_TREE.test(text)) this.#own.add(name);
      if (name === "numpy") this.#numpys ??= line;
      this.#add(where, name, number);
      return;
    }
  }
  #add(where, name, line) {
    const last = this.#events.at(-1);
    if (last?.name === name && last.where === where) {
      this.#events[this.#events.length - 1] = { ...last, to: line };
      return;
    }
    this.#events.push({ name, where, from: line, to: line });
    if (this.#events.length > MOST7) this.#events.shift();
  }
};

// src/judge/explain-log/installed-versions.ts
var PIP = /Successfully installed (.+)$/;
var FREEZE = /^\s*([A-Za-z][\w.-]*(?:\[[\w,.-]+\])?)==(\d[\w.+!]*)(?:\s*[;\\].*)?$/;
var SATISFIED = /Requirement already satisfied: ([A-Za-z][\w.-]*)\S* .*\((\d[\w.+!]*)\)$/;
var POETRY = /(?:Installing|Updating) ([A-Za-z][\w.-]*) \((?:\S+ -> )?(\d[\w.+!]*)\)/;
var TABLE = /^\s*(?:Package\s+Version|# ?Name\s+Version|Name\s+Version|INSTALLED VERSIONS)\b/;
var ROW = /^\s*([A-Za-z][\w.-]*)\s+(?::\s+)?v?(\d+(?:\.\w+)*(?:[+!][\w.]+)?)(?:\s.*)?$/;
var RULE2 = /^[\s#─━-]*$/;
var SHOWN_NAME = /^Name: ([A-Za-z][\w.-]*)$/;
var SHOWN_VERSION = /^Version: (\d[\w.+!]*)$/;
var NUMPY_ITSELF = /The NumPy version is: "(\d[\w.+]*)"|and numpy version "(\d[\w.+]*)"|^NumPy (\d[\w.+]*\w) as it may crash/;
var NOTED = /^\W*numpy(?: version)?(?:\s*[:=]\s*|\s+)v?(\d+\.\d+(?:\.\d\w*)?)$/i;
var EGG = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/]/;
var MAX = 5e3;
var InstalledVersions = class {
  #versions = /* @__PURE__ */ new Map();
  #table = false;
  #shown = "";
  get versions() {
    return this.#versions;
  }
  read(line) {
    if (line.includes("Successfully installed")) this.#readPip(line);
    if (TABLE.test(line)) this.#table = true;
    else if (this.#table && !RULE2.test(line)) {
      const [, name2, version2] = ROW.exec(line) ?? [];
      this.#table = name2 !== void 0 || line.includes(":");
      this.#set(name2, version2);
    }
    const [, name, version] = this.#named(line) ?? [];
    this.#set(name, version);
    const own = line.includes("umPy") || line.includes("numpy version") ? NUMPY_ITSELF.exec(line) : null;
    this.#set("numpy", own?.[1] ?? own?.[2] ?? own?.[3]);
    if (!this.#versions.has("numpy") && line.length < 80) this.#set("numpy", NOTED.exec(line)?.[1]);
  }
  #named(line) {
    if (line.includes("==")) return INSTALLED_LINE.exec(line) ?? FREEZE.exec(line);
    if (line.includes(" + ") || line.startsWith("+ ")) return INSTALLED_LINE.exec(line);
    if (line.includes("already satisfied")) return SATISFIED.exec(line);
    if (line.includes(".egg")) return EGG.exec(line);
    if (line.startsWith("Name: ")) this.#shown = SHOWN_NAME.exec(line)?.[1] ?? "";
    const shown = this.#shown && SHOWN_VERSION.exec(line)?.[1];
    if (shown) {
      const name = this.#shown;
      this.#shown = "";
      return ["", name, shown];
    }
    return line.includes("ing ") ? POETRY.exec(line) : null;
  }
  #readPip(line) {
    for (const word of PIP.exec(line)?.[1]?.split(" ") ?? []) {
      const [, name, version] = /^(.+)-(\d[^-]*)$/.exec(word) ?? [];
      this.#set(name, version);
    }
  }
  #set(name, version) {
    if (!name || !version || this.#versions.size >= MAX) return;
    const plain = name.replace(/\[.*$/, "");
    this.#versions.set(normaliseName(plain), version);
  }
};

// src/judge/explain-log/log-findings.ts
var VAGUE = {
  "np-import-array-failed": ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"],
  "py-init-broken": ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"],
  swallowed: ["np1-on-np2", "np-api-too-new", "np-abi-mismatch", "numpy-missing"]
};
var NUMPYS_SOURCE = /(?:^|[\s\\/"'])numpy[\\/](?:_?core|random|linalg|fft)[\\/]/;
var MAX_FINDINGS = 500;
var MAX_LINES = 20;
var LogFindings = class {
  #found = /* @__PURE__ */ new Map();
  #unclassified = null;
  /**
   * @param region the lines that it was read from
   * @param tell makes the diagnoses of the region anew, with all that is known at the end
   */
  keep(diagnosis, region, tell = () => []) {
    const { kind, culprit, inner } = diagnosis;
    const key = JSON.stringify([kind, inner, culprit, diagnosis.key]);
    const before = this.#found.get(key);
    if (!before && this.#found.size >= MAX_FINDINGS) return;
    if (!before && kind === "unclassified") {
      if (this.#unclassified !== null) this.#found.delete(this.#unclassified);
      this.#unclassified = key;
    }
    const numbers = linesShown(diagnosis, region).flatMap((one) => one.line ?? []);
    const lines = numbers.length > 0 ? numbers : region.slice(0, 1).map((one) => one.number);
    this.#found.set(key, {
      diagnosis: before?.diagnosis ?? diagnosis,
      lines: [.../* @__PURE__ */ new Set([...before?.lines ?? [], ...lines])].slice(0, MAX_LINES),
      region: before?.region ?? region,
      tell: before?.tell ?? tell
    });
  }
  /** @returns whether a failure was read that only says that the same module failed, not why */
  saidVaguely(why) {
    return [...this.#found.values()].some(
      ({ diagnosis }) => diagnosis.kind !== "swallowed" && VAGUE[diagnosis.kind]?.includes(why.kind) && whose(diagnosis) === whose(why)
    );
  }
  /** One cause that was told twice, with its culprit and without, or clearly and vaguely, is one. */
  all() {
    const found = [...this.#found.values()].map(toldAnew);
    return found.filter((one) => !found.some((other) => other !== one && covers(other, one))).map((one) => withCulprit(one, found));
  }
};
function toldAnew({ diagnosis, lines, region, tell }) {
  const again = tell().find(
    (one) => one.kind === diagnosis.kind && one.culprit.distribution === diagnosis.culprit.distribution
  );
  const told = again ?? diagnosis;
  return { diagnosis: told, lines, shown: linesShown(told, region) };
}
function linesShown({ evidence }, region) {
  return evidence.map((text) => ({ line: lineOf(text, region), text }));
}
function covers(other, one) {
  const [a, b] = [other.diagnosis, one.diagnosis];
  const same2 = whose(a) === whose(b);
  if (a.kind.startsWith("numpy-broken") && isCutAdvice(b) && !isCutAdvice(a)) return true;
  if (a.kind === b.kind && a.inner === b.inner) return whose(b) === "" && whose(a) !== "";
  if (a.kind === "build-numpy-itself" && NUMPYS_SOURCE.test(b.evidence[0] ?? "")) return true;
  if (b.kind === "install-conflict" && a.kind !== b.kind && /but you(?: have|'ll have) /.test(b.evidence[0] ?? ""))
    return a.kind !== "unclassified";
  const clearer = VAGUE[b.kind]?.includes(a.kind) === true;
  const told = b.kind === "swallowed" ? b.inner === a.kind : clearer;
  return told && (same2 || whose(b) === "" || whose(a) === "");
}
function isCutAdvice({ kind, evidence: [first = ""] }) {
  return kind === "numpy-broken" && ADVICE_HEAD.test(first);
}
function withCulprit(one, found) {
  if (whose(one.diagnosis) !== "") return one;
  const { kind } = one.diagnosis;
  const vague = found.filter(
    ({ diagnosis }) => VAGUE[diagnosis.kind]?.includes(kind) && whose(diagnosis) !== ""
  );
  const other = vague.find(({ diagnosis }) => diagnosis.culprit.module !== null) ?? vague[0];
  if (!other || vague.some(({ diagnosis }) => whose(diagnosis) !== whose(other.diagnosis)))
    return one;
  const { culprit, fault } = other.diagnosis;
  return { ...one, diagnosis: { ...one.diagnosis, culprit, fault } };
}
function whose({ culprit }) {
  return culprit.distribution ?? culprit.module?.split(".")[0] ?? culprit.file ?? "";
}
function lineOf(evidence, region) {
  const [wanted = ""] = evidence.trim().split("\n");
  const exact = region.findLast(({ text }) => text.trim() === wanted);
  const inside = /^File "(.+)$/.exec(wanted)?.[1];
  const near = exact ?? region.findLast(({ text }) => {
    const bare = text.trim();
    if (inside && bare.startsWith('File "') && bare.endsWith(inside)) return true;
    return bare !== "" && (bare.includes(wanted) || bare.length > 12 && wanted.endsWith(bare));
  });
  return near?.number ?? null;
}

// src/judge/explain-log/log-patterns.ts
var SUMMARY = /^(?:ERROR|FAILED) (?:\S+\.py\S*|\S+::\S+) - ((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): .*)$/;
var OLD_API = /^_(?:ARRAY|UFUNC)_API not found/;
var SUCCESS = /^=*\s*\d+ passed\b(?!.*\b(?:failed|error))|\bexit(?:ed)?(?: with)?(?: code| status)?[ :]+0\b/;
var FAILURE = /\bexit(?:ed)?(?: with)?(?: code| status)?[ :=]+[1-9]\d*\b|returned a? ?non-zero|did not complete successfully|: \*\*\* .* Error \d|^Killed\b|\b(?:died|exited|terminated) unexpectedly\b|\bfailed to boot\b/i;
var LAST_WORDS = /terminate called|what\(\):|[Aa]ssert|malloc|free\(\)|corrupt|stack smashing|^\*\*\* |[Ff]ault|[Aa]bort|[Ii]llegal|[Ee]rror|[Ee]xception|panick|overflow|violation/;
var QUIET = /\(GIL\) has been enabled to load module|^compile ?time |^Python C API version mismatch/;
var PROMPT = /^\s*(?:\$|>>>|\.\.\.|#|%|[A-Z]:\\.*>|PS .*>|In \[\d+\]:|[\w.-]+@[\w.-]+:.*[$#])\s?/;
var NOTABLE = /This Python interpreter is in a conda environment|^\[PYI-\d+:|CondaError: Run 'conda init'|^Failed to execute script '/;

// src/judge/explain-log/text-evidence.ts
function guessed(installed, top) {
  const all = providersOf(top);
  return all.find((one) => installed.has(one)) ?? all[0] ?? top;
}
var STDLIB = /[\\/](?:lib(?:32|64)?[\\/]python\d[\w.]*|Python\d+[\\/]Lib|lib[\\/]pypy[\w.]*)[\\/](?!(?:site|dist)-packages)/i;
var EGG2 = /[\\/]([A-Za-z]\w*(?:[._]\w+)*)-(\d[\w.]*)-py\d[\w.]*(?:-[\w.-]+)?\.egg[\\/](.+)$/;
var CYTHON_SOURCE = /^(?!(?:src|lib|python|build|tests?|cython|source|\.{1,2})\/)((?:[A-Za-z_]\w*\/)*[A-Za-z_]\w*)\/(\w+)\.(?:pyx|pxd)$/;
var FROZEN = /^(numpy|scipy|pandas|cv2|sklearn|matplotlib|torch|pyarrow|h5py|shapely|numba)\/[\w/]+\.pyc?$/;
var NUITKA = /(?:\.dist|[\\/]onefile_\d+_\d+)[\\/](([A-Za-z_]\w*)[\\/].+)$/;
var LIBRARY = /^(?:importlib|ctypes|multiprocessing|concurrent|asyncio|runpy|pkgutil)$/;
var NUMPYS_IMAGE = /^(?:_multiarray_umath|_umath_linalg|_pocketfft_umath|_pocketfft_internal)\.[\w.-]*(?:so|pyd)$/;
var PIP_BUILD = /[\\/]pip-(?:install|wheel)-\w+[\\/]([A-Za-z][\w.-]*?)_[0-9a-f]{32}[\\/](.+)$/;
function topOf(inside) {
  return inside.split(/[\\/.]/)[0] ?? inside;
}
function ownerByPath(installed) {
  const distributionOf = (top) => guessed(installed, top);
  return (path) => {
    const owned = (distribution, version2, file, module) => ({
      distribution,
      version: installed.get(distribution) ?? version2,
      module,
      file,
      role: "dependency"
    });
    if (path.startsWith("module:")) {
      const module = path.slice("module:".length);
      return owned(distributionOf(module.split(".")[0] ?? module), "", "", module);
    }
    if (path.startsWith("<") || STDLIB.test(path)) return null;
    const egg = EGG2.exec(path);
    if (egg?.[1] && egg[2] && egg[3])
      return owned(distributionOf(egg[1]), egg[2], posix(egg[3]), moduleOf(egg[3]));
    const inside = /(?:(?:site|dist)-packages|AssetFinder[\\/]requirements)[\\/](.+)$/.exec(
      path
    )?.[1];
    if (inside) return owned(distributionOf(topOf(inside)), "", posix(inside), moduleOf(inside));
    const cython = CYTHON_SOURCE.exec(posix(path));
    if (cython?.[1] && cython[2]) {
      const module = `${cython[1]}.${cython[2]}`.replaceAll("/", ".");
      return owned(distributionOf(cython[1].split("/")[0] ?? ""), "", "", module);
    }
    const frozen = FROZEN.exec(posix(path));
    if (frozen?.[1]) return owned(distributionOf(frozen[1]), "", posix(path), null);
    const [, beside, top] = NUITKA.exec(path) ?? [];
    if (beside && top) {
      return LIBRARY.test(top) ? null : owned(distributionOf(top), "", posix(beside), moduleOf(beside));
    }
    const [, built, source] = PIP_BUILD.exec(path) ?? [];
    if (built && source) return owned(built, "", posix(source), null);
    const [, name, version, rest] = /[\\/]([A-Za-z][A-Za-z_.]*(?:-[A-Za-z_][\w.]*)*)-(\d[\w.]*)[\\/](.+)$/.exec(path) ?? [];
    if (name && version && rest && !/^(?:python|pypy|cpython|pip-\w+(?:-\w+)*)$/i.test(name)) {
      return owned(distributionOf(name), version, posix(rest), moduleOf(rest));
    }
    if (/[\\/]numpy[\\/]/.test(path)) return owned("numpy", "", path, null);
    if (NUMPYS_IMAGE.test(path)) return owned("numpy", "", path, null);
    if (/^[\w.]+\.(?:cpython-\w+|cp\d+-\w+|abi3)[\w.-]*\.(?:so|pyd)$/.test(path))
      return owned("", "", path, moduleOf(path));
    return /[\\/]/.test(path) ? owned("", "", path, moduleOf(baseName(path))) : null;
  };
}
function posix(path) {
  let plain = path.replaceAll("\\", "/");
  for (let left = plain; ; plain = left) {
    left = plain.replace(/(^|\/)(?!\.\.\/)[^/]+\/\.\.\//, "$1");
    if (left === plain) return plain;
  }
}
function moduleOf(file) {
  if (/(?:^|[\\/])lib[\\/]lib[\w+-]*\.so$|\.libs[\\/]/.test(file)) return null;
  if (/(?:^|[\\/])lib[\w+-]*\.so[\w.]*$/.test(file)) return null;
  const stem = /^(.+?)(?:\.(?:cpython|cp\d|abi3|pypy)[\w.-]*)?\.(?:so|pyd)$/.exec(file)?.[1];
  return stem ? stem.replace(/[\\/]/g, ".") : null;
}
function textEvidence(seen2) {
  const observation = {
    ...NOTHING_SEEN,
    outcome: seen2.outcome,
    phase: seen2.phase,
    exceptions: seen2.chain,
    nativeFrames: seen2.native ?? [],
    stderr: seen2.stderr,
    numpy: seen2.numpy === null ? null : { version: seen2.numpy, file: "" }
  };
  const hinted = new Set(
    seen2.chain.flatMap(
      (one) => one.frames.flatMap(
        (frame) => frame.file === "<message>" ? frame.function.replace(/^init /, "") : []
      )
    )
  );
  return {
    observation,
    combination: null,
    module: null,
    smoke: false,
    subjects: [],
    installed: seen2.installed,
    ownerOf: ownerByPath(seen2.installed),
    factsOf: () => null,
    // A name that only a message tells may be the last part of a longer one.
    filesFor: (name) => hinted.has(name) ? [] : [`module:${name}`],
    siblings: []
  };
}

// src/judge/explain-log/log-judge.ts
var MOST_NOTABLE = 5;
function raisedBy(lines) {
  return { lines, outcome: { kind: "raised" }, phase: "import" };
}
var LogJudge = class {
  #found = new LogFindings();
  #installed = new InstalledVersions();
  #notable = [];
  #numpy = null;
  /** Every line: what is installed, and what explains a failure that stands elsewhere. */
  read(line) {
    this.#installed.read(line.text);
    if (NOTABLE.test(line.text) && this.#notable.length < MOST_NOTABLE) this.#notable.push(line);
  }
  /** The version that NumPy names when it refuses a module is the one that was running. */
  readVersion(text) {
    this.#numpy = STUB_TEXT.exec(text)?.[1] ?? this.#numpy;
  }
  /** @returns whether anything was told */
  judge(telling) {
    return this.#keep(telling, () => true);
  }
  /** The same, where no rule knows it nothing is said. */
  judgeKnown(telling) {
    return this.#keep(telling, ({ kind }) => kind !== "unclassified");
  }
  /** Something that the rules need not judge. */
  keep(diagnosis, lines) {
    this.#found.keep(diagnosis, lines);
  }
  /** @returns whether a failure was read that this explains, and that does not say itself why */
  explainsVague(telling) {
    return this.#teller(telling)().some((one) => this.#found.saidVaguely(one));
  }
  all() {
    return this.#found.all();
  }
  #keep(telling, counts) {
    const tell = this.#teller(telling);
    const told = tell().filter(counts);
    for (const diagnosis of told) {
      this.#found.keep(diagnosis, [...this.#notable, ...telling.lines], tell);
    }
    return told.length > 0;
  }
  /** To be asked once more at the end: what is installed, and what explains it, may stand further below. */
  #teller({ lines, outcome, phase, chain = [], native = [] }) {
    const known = this.#numpy;
    const stderr = lines.map((one) => one.text).join("\n");
    return () => {
      const installed = this.#installed.versions;
      const context = this.#notable.map((one) => one.text);
      return diagnoseAll(
        textEvidence({
          outcome,
          phase,
          chain,
          native,
          stderr: [...context, stderr].join("\n"),
          numpy: known ?? installed.get("numpy") ?? null,
          installed
        })
      );
    };
  }
};

// src/judge/explain-log/complaint.ts
var SOON = 10;
var Complaint = class {
  #judge;
  #open = null;
  #age = 0;
  constructor(judge) {
    this.#judge = judge;
  }
  get isOpen() {
    return this.#open !== null;
  }
  /** A complaint without an ending so far; one before it had none, so its program went on. */
  begin(lines, chain) {
    this.settle("imported");
    [this.#open, this.#age] = [{ lines, chain }, 0];
  }
  /** The exception that follows from it was read: it tells more. */
  drop() {
    this.#open = null;
  }
  /** A single line below it. */
  read(text) {
    if (!this.#open) return;
    this.#age += 1;
    if (FAILURE.test(text)) this.settle("raised");
    else if (this.#age > SOON) this.settle("imported");
  }
  /** Judges it by how its program ended: one that ended badly soon after was no hidden failure. */
  settle(ended) {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const failed = { ...raisedBy(open.lines), chain: open.chain };
    if (ended === "raised" || this.#judge.explainsVague(failed)) this.#judge.judgeKnown(failed);
    else this.#judge.judge({ ...failed, outcome: { kind: "imported" } });
  }
};

// src/judge/explain-log/conflict-tree.ts
var HEAD2 = /Encountered problems while solving|UnsatisfiableError: |Unsatisfiable(?: package s|S)pecifications|found to be in(?: conflict|compatible)|Could not solve for environment specs|(?:Cannot solve|failed to solve) the |version solving failed/;
var BRANCH = /[│├└╰]|^Generating hint|^\[ *COMPLETE|^Hint: |^remaining packages:|(?:^|\] )\s*(?:- |The following specifications were |explicit spec that is |to be incompatible with |Specifications:$|Your python: |The following packages are incompatible|Package \S+ conflicts for|Output in format|Could not solve|[a-z_][\w.-]*(?:=\S+|\[[^\]]*\])?(?: -> \S.*)?$|$)/;
var DERIVED = /(?:^|\] )(?: *and |And because |Because )/;
var NUMPY = /\bnumpy (?:\()?[<>=!~^]=?\d|-> numpy[[=]|(?:- |-> )numpy(?: \d|=)|^numpy(?:\[[^\]]*\]|=\S+)$|^Package numpy conflicts/;
var TELLS = /\brequires? |conflicts|depends on |has a conflict with|^\s*- \S/;
var MOST8 = 100;
var SHOWN = 4;
function withoutWheel({ number, text }) {
  const diagnosis = diagnoseBuildLine(text);
  if (diagnosis?.kind !== "install-no-candidate") return [];
  return [{ diagnosis, lines: [number], shown: [{ line: number, text }] }];
}
var ConflictTree = class {
  #lines = [];
  #open = false;
  /** @returns whether the line belongs to the tree that was begun above */
  takes(line) {
    if (DERIVED.test(line.text)) {
      if (/Because /.test(line.text)) this.#lines = [];
      if (this.#lines.length < MOST8) this.#lines.push(line);
    }
    if (!this.#open || line.text === "") return this.#open;
    this.#open = BRANCH.test(line.text) && this.#lines.length < MOST8;
    if (this.#open) this.#lines.push(line);
    return this.#open;
  }
  begin(line) {
    this.#open = HEAD2.test(line.text);
  }
  /** Shows the lines that tell most below the head. */
  below(one) {
    if (one.diagnosis.kind !== "install-conflict") return one;
    if (!one.shown.some(({ text }) => HEAD2.test(text))) return one;
    const without = this.#lines.flatMap(withoutWheel)[0];
    if (without) return without;
    const known = new Set(one.diagnosis.evidence);
    const telling = this.#telling.filter(({ text }) => !known.has(text.trim()));
    const evidence = [...one.diagnosis.evidence, ...telling.map(({ text }) => text.trim())];
    const shown = telling.map(({ number, text }) => ({ line: number, text: text.trim() }));
    return {
      diagnosis: { ...one.diagnosis, evidence },
      lines: [...one.lines, ...telling.map(({ number }) => number)],
      shown: [...one.shown, ...shown]
    };
  }
  get #telling() {
    const all = this.#lines;
    const wants = all.flatMap(
      (line, at) => NUMPY.test(line.text) ? [.../would require/.test(all[at - 1]?.text ?? "") ? [all[at - 1] ?? line] : [], line] : []
    );
    const others = all.filter(({ text }) => TELLS.test(text));
    const told = [...wants.slice(0, SHOWN), ...others];
    return [...new Map(told.toReversed().map((line) => [line.text.trim(), line])).values()].toReversed().slice(0, SHOWN);
  }
};

// src/judge/explain-log/deaths.ts
var FROM = /^\s+from (\/\S+)$/;
var ASKED = /^(?:>>>>? |In \[\d+\]: )(?:import|from) ([A-Za-z_]\w*)|\bpython[\d.]* (?:-\w+ )*-c ['"]import ([A-Za-z_]\w*)/;
var OUT_OF_MEMORY = /^(?:.*: line \d+: +\d+ )?Killed\b/;
var MOST_NATIVE = 40;
var MOST_EXITS = 20;
function endsWorkers({ type, message }) {
  return type === "MemoryError" || message.includes("has finished its bootstrapping phase");
}
var Deaths = class {
  #dumped = /* @__PURE__ */ new Set();
  #exits = [];
  #native = [];
  #windows;
  #uncaught = false;
  /** Something told how a worker ended: a time limit, a want of memory, its start. */
  #explained = false;
  /** A dump that was told already: an exit code of the same signal says nothing more. */
  dumped(signal) {
    this.#dumped.add(signal);
  }
  /** The log says how workers ended: nobody who only waited for them has more to tell. */
  explained() {
    this.#explained = true;
  }
  /** On Windows faulthandler also reports exceptions that are handled afterwards. */
  dumpedOnWindows(death) {
    this.#windows = death;
  }
  /** @param before the line before, which may have asked for a module */
  exited(signal, line, before) {
    const asked = ASKED.exec(before)?.slice(1).find(Boolean);
    if (this.#exits.length < MOST_EXITS) this.#exits.push({ signal, line, asked });
  }
  read(line) {
    const { text } = line;
    if (/^terminate called/.test(text)) this.#uncaught = true;
    if (OUT_OF_MEMORY.test(text)) this.#explained = true;
    if (SUCCESS.test(text)) this.#windows = void 0;
    if (this.#exits.length > 0 && this.#native.length < MOST_NATIVE) {
      const frame = debuggerFrame(text);
      if (frame) this.#native.push({ frame, line });
    }
    const from = FROM.exec(text)?.[1];
    const last = this.#native.at(-1);
    if (from && last?.frame.library === null)
      this.#native[this.#native.length - 1] = { ...last, frame: { ...last.frame, library: from } };
    const image = this.#native.length > 0 ? imagePath(text) : void 0;
    if (image) this.#nameImage(...image);
  }
  /** The frames of a debugger so far. */
  get native() {
    return this.#native.map((one) => one.frame);
  }
  /** What the whole log leaves to be told. */
  untold() {
    const { native } = this;
    const handled = this.#windows;
    if (handled) this.#dumped.add(handled.signal);
    const aborts = this.#dumped.size > 0 || this.#uncaught;
    const told = this.#exits.filter(
      ({ signal }) => !this.#dumped.has(signal) && !(signal === "SIGABRT" && aborts)
    );
    const seen2 = this.#exits.some(({ signal }) => signal !== UNTOLD_END);
    const exits = seen2 || aborts || this.#explained ? told.filter((one) => one.signal !== UNTOLD_END) : told;
    return [...handled ? [{ ...handled, native }] : [], ...exits.map((one) => this.#ofExit(one))];
  }
  #ofExit({ signal, line, asked }) {
    if (this.#native.length === 0 && asked !== void 0) {
      const frame = { function: "??", library: `module:${asked}`, file: null, line: null };
      return { signal, lines: [line], phase: "import", native: [frame] };
    }
    const lines = [line, ...this.#native.map((one) => one.line)];
    return { signal, lines, phase: "start", native: this.native };
  }
  #nameImage(name, path) {
    for (const [at, { frame, line }] of this.#native.entries()) {
      if (frame.library === name) this.#native[at] = { frame: { ...frame, library: path }, line };
    }
  }
};

// src/judge/explain-log/signals.ts
var SHELL_CODES = [132, 133, 134, 135, 136, 137, 138, 139];
function crashOfExitCode(code) {
  if (code < 0 && code > -65) return signalName(-code);
  const name = crashOfStatus(code);
  if (name !== void 0 && !/^0x|^CONTROL_C/.test(name)) return name;
  return SHELL_CODES.includes(code) ? signalName(code - 128) : void 0;
}
var FAULTHANDLER = {
  "segmentation fault": "SIGSEGV",
  aborted: "SIGABRT",
  "bus error": "SIGBUS",
  "illegal instruction": "SIGILL",
  "floating point exception": "SIGFPE",
  "access violation": "ACCESS_VIOLATION",
  "float divide by zero": "SIGFPE",
  "float overflow": "SIGFPE",
  "int divide by zero": "INTEGER_DIVIDE_BY_ZERO",
  "integer overflow": "SIGFPE",
  "page error": "ACCESS_VIOLATION",
  "stack overflow": "STACK_OVERFLOW",
  killed: "SIGKILL",
  "trace/breakpoint trap": "SIGTRAP"
};
function signalOfFatalError(text) {
  const code = /^code 0x([0-9a-f]+)/i.exec(text)?.[1];
  if (code) return ntstatusName(Number.parseInt(code, 16)) ?? `0x${code}`;
  return FAULTHANDLER[text.trim().toLowerCase()] ?? "SIGABRT";
}

// src/judge/explain-log/exit-notes.ts
var CODE = /\b(?:exit(?:ed)?(?: with)?(?: code| status)?|returncode|return code|non-zero exit status|InvocationError[^()]*\(exited with code)[ :=]+(-?\d+)\b/i;
var SIGNAL = /\b(?:died with <Signals\.(SIG[A-Z]+)|(?:terminated|killed) by signal (SIG[A-Z]+)|exit: \S+ \((SIG[A-Z]+)|exited (?:with|prematurely:) '?signal \d+ \((SIG[A-Z]+)\)|\b[Ss]ignal \d+ \((SIG[A-Z]+)\) received|was sent (SIG(?!KILL|TERM|INT)[A-Z]+)!|received signal (SIG(?!INT|TERM|HUP|TRAP|USR|PIPE|CHLD)[A-Z]+),|stop reason = signal (SIG(?!INT|TERM|STOP|TRAP)[A-Z]+))|\{(SIG[A-Z]+)\(-\d+\)/;
var BAD_ACCESS = /stop reason = EXC_BAD_ACCESS/;
var REPORTED = /^Exception Type: +EXC_\w+ \((SIG[A-Z]+)\)|Process terminating with default action of signal \d+ \((SIG[A-Z]+)\)|^# +(SIG[A-Z]+) \(0x[0-9a-f]+\) at pc=0x/;
var SEGMENTATION = /^\s*(?:signal \(11(?:\.\d+)?\): Segmentation fault|\[\d+\] signal \(11(?:\.\d+)?\): Segmentation fault|\*\*\* caught segfault \*\*\*)|^!!! uWSGI process \d+ got Segmentation Fault|AddressSanitizer: SEGV on unknown address|\bsegfault at [0-9a-f]+ ip [0-9a-f]+ sp /;
var SYSTEMD = /\bcode=(?:dumped|killed), status=\d+\/(SEGV|ILL|ABRT|BUS|FPE|KILL)\b|^\s*Signal: \d+ \((SEGV|ILL|ABRT|BUS|FPE)\)/;
var KILLED = /\b(?:(?:killed|terminated) by|CRASHED with) signal (\d+)\b/;
var GONE = /^worker 'gw\d+' crashed while running '|^\[gw\d+\] node down: Not properly terminated$|\bBrokenProcessPool: A (?:process in the process pool|child process) (?:was )?terminated abruptly|\bTerminatedWorkerError: A worker process managed by the executor was unexpectedly terminated|\bKilledWorker: Attempted to run task .* died while running it|\bDeadKernelError: Kernel died|^(?:\[\w+\] ERROR \| )?Kernel died while waiting for execute reply|\bWorkerCrashedError: The worker died unexpectedly|\bActorDiedError: The actor died unexpectedly|\bDataLoader worker \(pid\(?s?\)? [\d, ]+\) exited unexpectedly|\bPython worker exited unexpectedly \(crashed\)/;
var POISONED = /==\d+==ERROR: AddressSanitizer: (?:(?:heap|stack|global|container|dynamic-stack|intra-object)-\w|use-after-|double-free|attempting (?:double-)?free|alloc-dealloc-mismatch|bad-free|unknown-crash)/;
var TRAP = /\btraps: \S+\[\d+\] (?:trap )?(invalid opcode|general protection|divide error|int3)\b/;
var TRAPS = {
  "invalid opcode": "SIGILL",
  "general protection": "SIGSEGV",
  "divide error": "SIGFPE",
  int3: "SIGTRAP"
};
var SHELL = /^(?:.*: line \d+: +\d+ |.*\bmake.*: \*\*\* .*\] )?(Segmentation fault|Aborted|Bus error|Illegal instruction|Floating point exception|Trace\/breakpoint trap)(?:: \d+)?(?: \(core dumped\)| +\(core dumped\).*| +python.*)?$/;
var SHELL_LIKE = /Segmentation|Aborted|Bus error|Illegal|Floating|Trace\//;
var CODE_LIKE = /[Ee]xit|EXIT|[Rr]eturn|RETURN|nvocationE/;
var SHELLS = [
  [/^zsh: segmentation fault\b/, "SIGSEGV"],
  [/^zsh: illegal hardware instruction\b/, "SIGILL"],
  [/^zsh: bus error\b/, "SIGBUS"],
  [/^zsh: abort\b/, "SIGABRT"],
  [/^zsh: killed\b/, "SIGKILL"],
  [
    /^(?:Speicherzugriffsfehler|段错误|段錯誤|記憶體區段錯誤|Erreur de segmentation|Violaci[óo]n de segmento|Falha de segmentação|Ошибка сегментирования|セグメンテーション違反(?:です)?|Errore di segmentazione|Naruszenie ochrony pamięci|세그멘테이션 오류)(?: ?\([^()]*\))?$/,
    "SIGSEGV"
  ],
  [
    /^(?:Ungültiger Maschinenbefehl|非法指令|不合法的命令|Instruction non permise|Instrucción ilegal|Instrução ilegal|Недопустимая инструкция|不正な命令(?:です)?|Istruzione non consentita|잘못된 명령어)(?: ?\([^()]*\))?$/,
    "SIGILL"
  ]
];
var SHELLS_LIKE = /^(?:zsh: |Speicher|Err|Violaci|Falha|Naruszenie|Ungültig|I[ns]|[^\0-\x7f])/;
var TIMED_OUT = /^(?:# )?exit: timeout$|\+{5,} Timeout \+{5,}|^Failed: Timeout >[\d.]+s/;
function readExit(line) {
  if (TIMED_OUT.test(line)) return { kind: "timeout" };
  const named2 = line.includes("SIG") ? SIGNAL.exec(line) : null;
  const signal = named2?.slice(1).find((one) => one !== void 0);
  if (signal) return { kind: "died", signal };
  const tells = line.includes("SIG") || line.includes("egm") || line.includes("EXC_") || line.includes("SEGV") || line.includes("segfault");
  const reported = tells ? REPORTED.exec(line)?.slice(1).find((one) => one !== void 0) : void 0;
  if (reported) return { kind: "died", signal: reported };
  if (tells && (BAD_ACCESS.test(line) || SEGMENTATION.test(line)))
    return { kind: "died", signal: "SIGSEGV" };
  if (line.includes("AddressSanitizer") && POISONED.test(line))
    return { kind: "died", signal: "SIGABRT" };
  const bare = line.includes("code=") || line.includes("Signal: ") ? SYSTEMD.exec(line) : null;
  const short = bare?.[1] ?? bare?.[2];
  if (short) return { kind: "died", signal: `SIG${short}` };
  if (/[Ww]orker|ProcessPool|Kernel|Actor|node down/.test(line) && GONE.test(line))
    return { kind: "died", signal: UNTOLD_END };
  const number = line.includes(" signal ") ? KILLED.exec(line)?.[1] : void 0;
  const killer = number === void 0 ? void 0 : crashOfExitCode(-Number(number));
  if (killer && /^SIG(?:SEGV|ILL|ABRT|BUS|FPE)$/.test(killer))
    return { kind: "died", signal: killer };
  const trap = line.includes("traps: ") ? TRAP.exec(line)?.[1] : void 0;
  if (trap) return { kind: "died", signal: TRAPS[trap] ?? "SIGSEGV" };
  const shell = SHELL_LIKE.test(line) ? SHELL.exec(line)?.[1] : void 0;
  if (shell) return { kind: "died", signal: signalOfFatalError(shell) };
  const other = SHELLS_LIKE.test(line) ? SHELLS.find(([pattern]) => pattern.test(line))?.[1] : void 0;
  if (other) return { kind: "died", signal: other };
  const code = CODE_LIKE.test(line) ? CODE.exec(line)?.[1] : void 0;
  const crashed = code === void 0 ? void 0 : crashOfExitCode(Number(code));
  return crashed ? { kind: "died", signal: crashed } : void 0;
}
var EVENT_CODE = /^\s*[^\n:：]{3,60}[:：]\s*(0x[c8][0-9a-f]{7})\s*$/i;
var OF_PYTHON = /python[\w.]*\.(?:exe|dll)\b|\.pyd\b/i;
function readEvent(line, before) {
  if (!line.includes("0x")) return void 0;
  const code = EVENT_CODE.exec(line)?.[1];
  if (code === void 0 || !before.some((one) => OF_PYTHON.test(one))) return void 0;
  const signal = crashOfExitCode(Number(code));
  return signal === void 0 ? void 0 : { kind: "died", signal };
}

// src/judge/explain-log/failed-builds.ts
var FAILED = /meson\.build:\d+:\d+: ERROR: |Configuring incomplete, errors occurred|CMake Error at |Failed building wheel for|metadata-generation-failed|subprocess-exited-with-error|Could not build wheels for|did not run successfully|Failed to (?:download and )?build `|build backend returned an error|Failed to build:? /i;
var MAY_NAME = /not found|No such file|Cannot compile|WinError 2|could not find|Visual C\+\+|is .{1,40} installed|cannot find -l|required by crate|No package '|Unknown compiler|Dependency |no Fortran|Rust package manager/i;
var STATUS = /^\s*-- /;
var HINT2 = /ail|etry|ot |error|no |such|visual|is |winerror|crate|unknown|depend/i;
var RETRY = /^WARNING: Retrying \(Retry\(total=(\d+)(?:.*\/simple\/([\w.-]+)\/)?/;
var NOTHING = /(?:requirement|found for) ([A-Za-z](?:[\w.-]*\w)?).*\(from versions: none\)/;
var MOST9 = 3;
var MOST_RETRIED = 1e3;
var FailedBuilds = class {
  #missing = [];
  /** What CMake does without, as long as nothing else is missing. */
  #optional = [];
  #failed;
  /** The first retry of each package's page, by its name; under none the last retry of another page. */
  #retried = /* @__PURE__ */ new Map();
  read(line) {
    const { text } = line;
    if (text.length > 1e3 || !HINT2.test(text)) return;
    this.#readRetry(line);
    if (FAILED.test(text)) this.#failed ??= line;
    const kept = STATUS.test(text) ? this.#optional : this.#missing;
    if (kept.length >= MOST9 || !MAY_NAME.test(text)) return;
    if (remedyOf(text) !== null) kept.push(line);
  }
  /** An index that is slow once answers the next time: only the last retry says that none did. */
  #readRetry(line) {
    const [, left, name] = RETRY.exec(line.text) ?? [];
    if (left === void 0 || name === void 0 && Number(left) > 0) return;
    const of = name === void 0 ? "" : normaliseName(name);
    if (this.#retried.size < MOST_RETRIED && !this.#retried.has(of)) this.#retried.set(of, line);
  }
  /** Nothing that an index has, where none could be asked, is no matter of this Python. */
  withoutNetwork(one) {
    const { evidence, kind } = one.diagnosis;
    const names = evidence.flatMap((text) => NOTHING.exec(text)?.[1] ?? []).map(normaliseName);
    if (names.length === 0 || kind !== "install-no-candidate") return one;
    const line = [...names, ""].map((name) => this.#retried.get(name)).find(Boolean);
    if (!line) return one;
    const told = { line: line.number, text: line.text };
    return {
      diagnosis: diagnoseNoNetwork([line.text, ...one.diagnosis.evidence]),
      lines: [line.number, ...one.lines],
      shown: [told, ...one.shown]
    };
  }
  get failure() {
    const failed = this.#failed;
    const missing = this.#missing.length > 0 ? this.#missing : this.#optional;
    const [first] = missing;
    const remedy = first && remedyOf(missing.map((one) => one.text).join("\n"));
    if (!failed || !remedy) return void 0;
    const lines = [.../* @__PURE__ */ new Set([...missing, failed])];
    return {
      diagnosis: diagnoseUnmetBuild(
        lines.map((one) => one.text),
        remedy
      ),
      lines
    };
  }
};
function remedyOf(text) {
  return (text.includes("No module named") ? null : missingBuildRequirement(text)) ?? missingProgram(text);
}

// src/judge/explain-log/harmless.ts
function harmlessRemark(message) {
  const sizes = parseSizeComplaint(message);
  if (sizes === void 0 || sizes.header > sizes.runtime) return void 0;
  const who = sizes.object.startsWith("numpy.") ? "NumPy itself hides this warning" : "where it would, Cython raises an error instead of warning";
  return `The size warning is harmless: ${describeSizes(sizes)}. A struct that grew since the build does no harm; ${who}.`;
}

// src/judge/explain-log/read-warning.ts
var WARNING = /^\s*(\S.*?\.\w+|<.*>|sys):(\d+): (\w*Warning): (.*)/;
function isWarning(text) {
  return WARNING.test(text);
}
function readWarning(text) {
  const [, file, at, type, message = ""] = WARNING.exec(text) ?? [];
  if (!file || !type) return void 0;
  const frames = [{ file, line: Number(at), function: "<module>" }];
  return { type, message, link: "first", frames, name: null, path: null };
}

// src/judge/explain-log/log-region.ts
var STUB_START = /^\s*A module that was compiled using NumPy 1\.x cannot be run in/;
var FAULT = /^(?:Fatal Python error: (.*)|Windows fatal exception: (.*))$/;
var ADVICE = new RegExp(`^\\s*(?:IMPORTANT: PLEASE READ THIS FOR ADVICE|${ADVICE_HEAD.source})`);
var ORIGINAL2 = /^\s*Original error was: /;
var HEADER4 = /^Traceback \(most recent call last\):/;
var DUMP_TIMEOUT = /^Timeout \(\d+:\d\d:\d\d(?:\.\d+)?\)!$/;
var PANIC2 = /^thread '.*' panicked at /;
var CONNECTOR = /^(?:The above exception was the direct cause|During handling of the above exception)/;
var FRAME4 = /^\s+File "|^\S+\.(?:py|pyx|pxd):\d+: /;
var FRAME_START = /^ {2}File "[^"]+", line \d+, in(?: |$)/;
var DUMP_LINE = /^(?:Python runtime state|Current thread|Thread 0x| {2}File "| {2}<no Python frame>| {2}Binary file|Extension modules:| {2}<|Memory allocated|$)/;
var PROSE = /^(?:A module that was compiled|NumPy \d\S* as it may crash|versions of NumPy, modules|Some module may need|If you are a user of|downgrade to 'numpy<2'|We expect that some|IMPORTANT: PLEASE READ|Importing the (?:numpy [Cc]-ext|multiarray numpy)|many reasons, often|installed\.|We have compiled|Please note and check|and make sure that|Please carefully|This is unlikely|or environment on|Original error was|The following compiled|with with either|The aliases was|`np\.|(?:numpy|pytz|dateutil): ?|your numpy version|Please upgrade|Expected in:|Referenced from:| {2}Reason:|stack backtrace:|note: |If using `np\.)/;
var SOLVER = /^\w*UnsatisfiableError: /;
var MAX_REGION = 400;
var MAX_ADVICE = 60;
function regionBegunBy(text) {
  if (text === "") return void 0;
  if (FAULT.test(text)) return "fault";
  if (DUMP_TIMEOUT.test(text)) return "timeout";
  const trace = STUB_START.test(text) || HEADER4.test(text) || PANIC2.test(text) || FRAME_START.test(text) || EXCEPTION_LINE.test(text) && !SOLVER.test(text) || ADVICE.test(text) || ORIGINAL2.test(text);
  return trace ? "trace" : void 0;
}
function isAdvice(text) {
  return ADVICE.test(text) || ORIGINAL2.test(text);
}
function isConnector(text) {
  return CONNECTOR.test(text);
}
function openRegion(kind, lines, head) {
  const region = { kind, lines: [...lines], head, blank: 0, advice: 0 };
  if (ADVICE.test(head)) region.advice = MAX_ADVICE;
  return region;
}
function addToRegion(region, line) {
  const { text } = line;
  if (region.lines.length < MAX_REGION) region.lines.push(line);
  region.blank = text === "" ? region.blank + 1 : 0;
  if (ORIGINAL2.test(text)) region.advice = 0;
  else if (ADVICE.test(text)) region.advice = MAX_ADVICE;
  else if (region.advice > 0) region.advice -= 1;
}
function continuesRegion(region, text) {
  if (region.kind !== "trace") {
    return DUMP_LINE.test(text) && !FAULT.test(text) && region.blank < 3;
  }
  if (isWarning(text)) return false;
  if (FAULT.test(text) || DUMP_TIMEOUT.test(text) || region.lines.length >= MAX_REGION)
    return false;
  if (text === "") return region.blank < 3 || region.advice > 0;
  if (STUB_START.test(text)) {
    const last = region.lines.findLast((line) => line.text !== "");
    return !/_API not found(?!\s+\w)/.test(last?.text ?? "");
  }
  if (HEADER4.test(text)) return !isThrough(region);
  if (CONNECTOR.test(text)) return true;
  if (FRAME4.test(text) || PROSE.test(text) || EXCEPTION_LINE.test(text)) return true;
  return region.advice > 0 || /^\s/.test(text) && region.blank < 2;
}
function isThrough({ lines }) {
  const told = lines.flatMap(({ text }) => text === "" ? [] : [text]);
  const head = told.findLastIndex((text) => HEADER4.test(text));
  if (head < 0 || CONNECTOR.test(told.at(-1) ?? "")) return false;
  if (told.some((text) => STUB_START.test(text) || /_API not found/.test(text))) return false;
  return told.slice(head).some((text) => EXCEPTION_LINE.test(text));
}

// src/judge/explain-log/mention.ts
var SENTENCES = [
  // numpy/_core/code_generators/generate_numpy_api.py
  {
    type: "RuntimeError",
    pattern: /module compiled against A[BP]I version (?:0x)?[0-9a-f]+ but this version of numpy is (?:0x)?[0-9a-f]+/
  },
  {
    type: "RuntimeError",
    pattern: /module was compiled against NumPy C-API version 0x[0-9a-f]+ \(NumPy [^)]+\) but the running NumPy has C-API version 0x[0-9a-f]+/
  },
  // Cython/Utility/ImportExport.c
  {
    type: "ValueError",
    pattern: /numpy\.\w+ size changed, may indicate binary incompatibility\. Expected \d+ from C header, got \d+ from PyObject/
  },
  // The same up to Cython 0.28.
  {
    type: "ValueError",
    pattern: /numpy\.\w+ has the wrong size, ?try recompiling\. ?Expected \d+ ?, ?got \d+/
  },
  // numpy/__init__.py `__getattr__`, behind a program's own word: without it, it may be a wish.
  {
    type: "AttributeError",
    pattern: /\b(?:error|ERROR|Error|[Ee]xception)\b[^\n]{0,80}?(module 'numpy' has no attribute '\w+')/
  },
  // numpy/__init__.cython-30.pxd and NumPy's headers, behind a program's own word.
  {
    type: "ImportError",
    pattern: /\b(?:error|ERROR|Error|[Ee]xception)\b[^\n]{0,80}?(numpy\._?core\.(?:multiarray|umath) failed to import)/
  },
  // OpenBSD's and FreeBSD's loaders, and runpy, which shows a loader's message alone.
  {
    type: "ImportError",
    pattern: /^(?:\S*python[\d.]*: ?)?(\/\S+\.so[\w.]*: [Uu]ndefined symbol:? ["']?\w+["']?)(?=$|;)/
  },
  {
    type: "ImportError",
    pattern: /\bcannot import name '_\w+' from 'numpy\._core\.umath' \([^()]+\)/
  },
  // Python/importdl.c, of a module of another Python.
  {
    type: "ImportError",
    pattern: /dynamic module does not define (?:module export|init) function \((?:PyInit_|init)\w+\)/
  },
  // glibc's loader, behind CPython's word: warnings of others quote it without.
  {
    type: "ImportError",
    pattern: /(?<!^> ?)\bImportError: *([^\s:"'`]+\.so[^\s:"'`]*: (?:cannot open shared object file: No such file or directory|undefined symbol: \w+|version [`'][^`']+' not found \(required by [^()]+\)|cannot allocate memory in static TLS block|file too short|invalid ELF header|wrong ELF class: \w+))/
  },
  // The same as the loader itself prints it behind a file's name: of a compiled module alone.
  {
    type: "ImportError",
    pattern: /(?<=^(?:\S+ )?\/\S+: )\/\S+\.so[\w.]*: version [`'](?:GLIBC|GLIBCXX|CXXABI|GCC)_[\w.]+' not found \(required by \/[^()]*(?:(?:site|dist)-packages\/|\.cpython-|\.abi3\.)[^()]*\.so\)/
  },
  // musl's and macOS' loaders, where a program shows its message alone: they name the module's file.
  // That Python's names are not found is what `ldd` says of each module.
  {
    type: "ImportError",
    pattern: /Error loading shared library \S+: No such file or directory \(needed by [^()]+\)|Error relocating \/\S+: (?!_?Py)\S+: symbol not found/
  },
  {
    type: "ImportError",
    pattern: /dlopen\(\/[^(),]+, (?:0x)?[0-9a-f]+\): (?:Library not loaded|Symbol not found): [^\s"']+/
  },
  // numpy/__init__.py, in the report of a cloud's runtime.
  {
    type: "ImportError",
    pattern: /Error importing numpy: you should not try to import numpy from/
  },
  // Python/dynload_win.c: the system's own words, up to the end of its sentence.
  {
    type: "ImportError",
    pattern: /DLL load failed(?: while importing [\w.]+)?: *(?:%1 )?[^\s"'`“”‘’<>|.。][^"'`“”‘’<>|.。]{3,100}[.。]?/i
  }
];
var HINT3 = /compiled against|size changed|wrong size|has no attribute|failed to import|ndefined symbol|numpy\._core\.umath|dynamic module|ImportError|required by \/|Error (?:loading|relocating|importing) |dlopen\(|[Dd][Ll][Ll] [Ll][Oo][Aa][Dd]/;
var ITEM = /^\s*(?:[-*+•]\s|#\d+\b)|^\s*\|.*\|\s*$|\(#\d+\)/;
var CODE2 = /\bassert\b|\braises\(|\bmatch=|\bin str\(|^\s*(?:echo|printf|raise|grep|if|elif)\b|\bfilterwarnings\b/;
var SPELLING = /DLL load failed/i;
var SYMBOL = /[Uu]ndefined symbol:? ["']?(\w+)["']?$/;
function mentionIn(text) {
  if (text.length > 2e3 || !HINT3.test(text) || ITEM.test(text) || CODE2.test(text))
    return void 0;
  for (const { type, pattern } of SENTENCES) {
    const found = pattern.exec(text);
    if (!found || /Warning: *$/.test(text.slice(0, found.index))) continue;
    const message = (found[1] ?? found[0]).replace(SPELLING, "DLL load failed").replace(SYMBOL, "undefined symbol: $1").replaceAll(/ {2,}/g, " ");
    const [, expected, got] = /Expected (\d+) from C header, got (\d+)/.exec(message) ?? [];
    if (Number(expected) < Number(got)) continue;
    return {
      exception: { type, message, link: "first", frames: [], name: null, path: null },
      start: found.index,
      end: found.index + found[0].length
    };
  }
  return void 0;
}
var MOST10 = 3;
var Mentions = class {
  #all = [];
  #surroundings = new Surroundings();
  /** Every line is read, in its order, before `find` may be asked for it. */
  read(text) {
    this.#surroundings.read(text);
    for (const one of this.#all) one.after = goneOn(one.after, text);
  }
  /** Whether the lines above announce what follows (`If you see this:`). */
  get announced() {
    return isAnnounced(this.#surroundings.before.join("\n"));
  }
  /** @param named whom the log named shortly before, null when nobody */
  find(line, named2) {
    const mention = this.#all.length < MOST10 ? mentionIn(line.text) : void 0;
    if (!mention) return;
    const { exception, start, end } = mention;
    const before = [...this.#surroundings.before, line.text.slice(0, start)].join("\n");
    if (isAnnounced(before) || this.#isOfSameFile(exception)) return;
    this.#all.push({
      line: { ...line, text: `${exception.type}: ${exception.message}` },
      chain: attributed([exception], named2),
      after: [line.text.slice(end)]
    });
  }
  /** A loader lists all names that one file lacks. */
  #isOfSameFile({ message }) {
    const [, file] = /^(\S+: undefined symbol: )/.exec(message) ?? [];
    return file !== void 0 && this.#all.some((one) => one.chain[0]?.message.startsWith(file) === true);
  }
  /** What was reported; what a manual explains is left out. */
  get all() {
    return this.#all.filter((one) => !isExplained(one.after.join("\n")));
  }
};

// src/judge/explain-log/traceback.ts
var HEADER5 = /^Traceback \(most recent call last\):$/;
var GLUED = /^Traceback \(most recent call last\): +(?=File ")/;
var FRAME5 = /^\s*File "(.+?)", line (\d+)(?:, in(?: (.+))?)?$/;
var PYTEST_FRAME = /^(\S+\.(?:py|pyx|pxd)):(\d+): (?:in (.+)|\w+)$/;
var PYTEST_RAISED = /^\S+\.(?:py|pyx|pxd):\d+: (\w+)$/;
var PYTEST_SOURCE = /^> {3,}(\S.*)$/;
var CAUSE = /^The above exception was the direct cause of the following exception:/;
var CONTEXT2 = /^During handling of the above exception, another exception occurred:/;
var STUB_FILE = /numpy[\\/]core[\\/]_multiarray_umath\.py$/;
function parseTrace(lines) {
  const chains = [];
  let frames = [];
  let headed = false;
  let joins;
  let draft;
  let pointed;
  for (const line of lines) {
    if (HEADER5.test(line)) {
      frames = [];
      headed = true;
      draft = void 0;
      continue;
    }
    if (CAUSE.test(line) || CONTEXT2.test(line)) {
      joins = CAUSE.test(line) ? "cause" : "context";
      draft = void 0;
      headed = false;
      frames = [];
      continue;
    }
    if (GLUED.test(line)) {
      frames = [];
      headed = false;
      draft = void 0;
    }
    const frame = readFrame(line.replace(GLUED, "  "));
    if (frame && draft && PYTEST_RAISED.exec(line)?.[1] === draft.type) {
      if (draft.frames.length === 0) {
        draft.frames = [pointed === void 0 ? frame : { ...frame, source: pointed }];
        draft.headed = true;
      }
      continue;
    }
    if (frame) {
      frames.push(frame);
      if (!line.startsWith(" ") && !GLUED.test(line)) headed = true;
      draft = void 0;
      continue;
    }
    pointed = PYTEST_SOURCE.exec(line)?.[1] ?? pointed;
    const [, type, message = ""] = EXCEPTION_LINE.exec(line) ?? [];
    if (type) {
      if (frames.length > 0 && !/_API not found(?!\s+\w)/.test(message)) headed = true;
      draft = { type, message: [message], frames, headed };
      const chain = chains.at(-1);
      if (joins && chain) {
        chain.drafts.push(draft);
        chain.links.push(joins);
      } else chains.push({ drafts: [draft], links: [] });
      joins = void 0;
      headed = false;
      frames = [];
      continue;
    }
    if (draft) {
      if (draft.message.length < 60) draft.message.push(line);
    } else addSource(frames, line);
  }
  const isTold = (chain) => chain.drafts.some((one) => one.headed && !isStub(one));
  const chosen = chains.findLast(isTold) ?? chains.at(-1);
  if (!chosen) return { chain: [], form: "none", above: [] };
  if (isTold(chosen)) return { chain: records(chosen), form: "traceback", above: [] };
  return {
    chain: records(chosen),
    form: "bare",
    above: chains.slice(0, -1).toReversed().map(records)
  };
}
function readFrame(line) {
  const [, file, number, name] = FRAME5.exec(line) ?? PYTEST_FRAME.exec(line) ?? [];
  if (!file) return void 0;
  return { file, line: Number(number), function: name ?? "<module>" };
}
function addSource(frames, line) {
  const last = frames.at(-1);
  if (last && last.source === void 0 && /^ {2,}[^\s^~]/.test(line)) {
    frames[frames.length - 1] = { ...last, source: line.trim() };
  }
}
function isStub(draft) {
  return draft.frames.length > 0 && draft.frames.every((frame) => STUB_FILE.test(frame.file));
}
function records(chain) {
  const outermostFirst = chain.drafts.toReversed();
  const links = chain.links.toReversed();
  return outermostFirst.map((draft, index) => ({
    type: draft.type,
    message: draft.message.join("\n").trimEnd(),
    link: index === 0 ? "first" : links[index - 1] ?? "context",
    frames: draft.frames,
    name: null,
    path: null
  }));
}

// src/judge/explain-log/pytest-frames.ts
var PLACE = /^\S+\.(?:py|pyx|pxd):\d+: (?:in .+|\w+)$/;
var SOURCE2 = /^ {4}\S/;
var NEXT_TEST = /^_{3,}|^={3,}/;
var MOST11 = 41;
var PytestFrames = class {
  #frames = [];
  #pointed = [];
  /** A line that begins no region. */
  read(line) {
    const { text } = line;
    if (PLACE.test(text) || SOURCE2.test(text) && this.#frames.length > 0) {
      this.#frames = [...this.#frames.slice(1 - MOST11), line];
    } else if (PYTEST_SOURCE.test(text)) this.#pointed = [line];
    else if (NEXT_TEST.test(text)) [this.#frames, this.#pointed] = [[], []];
  }
  /** @returns the frames of the exception whose trace begins with this line; they are told once */
  above(line) {
    const isException = EXCEPTION_LINE.test(line.text);
    const frames = line.pytest && isException ? [...this.#frames, ...this.#pointed] : [];
    this.#pointed = [];
    if (isException) this.#frames = [];
    return frames;
  }
};

// src/judge/explain-log/quoted-exceptions.ts
var MARK = '"""';
var QuotedExceptions = class {
  #raised;
  #quoted;
  #isOpen = false;
  /** @returns whether the line is such a mark: what follows it is a chain of its own */
  isMark(text) {
    if (text !== MARK) return false;
    this.#quoted = this.#isOpen ? this.#raised : void 0;
    this.#isOpen = !this.#isOpen;
    return true;
  }
  /**
   * A pool raises in its own process what its worker raised.
   *
   * @param raised the exception of the next trace, undefined when it shows none
   * @returns whether it is the one that was quoted just before
   */
  repeats(raised) {
    const quoted = this.#quoted;
    [this.#raised, this.#quoted] = [raised, void 0];
    return raised !== void 0 && raised.type === quoted?.type && raised.message === quoted.message;
  }
  /** Whether the last trace showed an exception. */
  get hasRaised() {
    return this.#raised !== void 0;
  }
};

// src/judge/explain-log/said-together.ts
var PAIRS = [
  // gcc 14, clang and MSVC name the place where a macro is used, and show the line below.
  {
    error: /error(?: C\d+)?: (?:void function|incompatible pointer to integer conversion returning|'return': cannot convert|'\w+': 'void' function returning|returning .void ?\*. from a function with (?:result|return) type .int.)/,
    other: /\bimport_(?:array|umath)\d?\b/
  },
  // Cython shows the lines, and says below what is wrong with the last.
  { error: /\.p(?:yx|xd|xi):\d+:\d+: Invalid type\.$/, other: /\b\w+\.u?(?:int|long)_t\b/ },
  // uv lists the releases that an index has, and says below which one was asked for.
  { error: /^\s*and you require \S+, we can conclude/, other: /only the following versions of / }
];
var HINT4 = /import_|Invalid type|_t\b|rror|only the following|and you require/;
var NEAR3 = 8;
var SaidTogether = class {
  #lines = [];
  /** @returns the error's line with what belongs to it, where this line makes a pair */
  read(line) {
    const { text, number } = line;
    if (text.length > 1e3 || !HINT4.test(text)) return void 0;
    this.#lines = this.#lines.filter((one) => number - one.number <= NEAR3);
    for (const { error, other } of PAIRS) {
      const [isError, isOther] = [error.test(text), other.test(text)];
      if (!isError && !isOther) continue;
      const found = this.#lines.findLast((one) => (isError ? other : error).test(one.text));
      this.#lines.push(line);
      if (!found) return void 0;
      this.#lines = [];
      const [told, detail] = isError ? [line, found] : [found, line];
      return { ...told, text: `${told.text} [${detail.text.trim()}]` };
    }
    return void 0;
  }
};

// src/judge/explain-log/passed-exceptions.ts
var MOST12 = 3;
var OF_NUMPY = /\bnumpy\b|_ARRAY_API\b|C-API|C ABI/i;
function passedExceptions(above, lines) {
  return above.slice(0, MOST12).filter(
    (chain) => chain.every(({ type, message }) => !type.endsWith("Warning") && OF_NUMPY.test(message))
  ).map((chain) => ({ chain, lines: chain.flatMap((one) => linesOf(one, lines)) }));
}
function linesOf({ type, message }, lines) {
  const texts = message.split("\n");
  const at = lines.findLastIndex(
    ({ text }) => text.includes(type) && text.includes(texts[0]?.trim() ?? "")
  );
  return at === -1 ? lines : lines.slice(at, at + texts.length);
}

// src/judge/explain-log/traces.ts
var HIDDEN = /failed to import|_API not found|initialization failed|returned a result with an (?:error|exception) set/;
var Traces = class {
  #judge;
  #complaint;
  #quotes;
  #lastStub = [];
  #torch;
  constructor(judge, complaint, quotes) {
    this.#judge = judge;
    this.#complaint = complaint;
    this.#quotes = quotes;
  }
  /** PyTorch warned that it goes on without NumPy: a call that needs it says nothing of why. */
  warnedOfTorch(line, exception) {
    this.#torch = { line, exception };
  }
  /** @returns the exceptions that it shows; none where it repeats what a worker's trace showed */
  read({ lines, head, named: named2, announced }) {
    const texts = lines.map((one) => one.text);
    const text = texts.join("\n");
    this.#judge.readVersion(text);
    const parsed2 = parseTrace(isAdvice(head) ? ["ImportError: ", ...texts] : texts);
    const chain = attributed(parsed2.chain, named2);
    const again = this.#quotes.repeats(chain[0]);
    if (again && parsed2.form === "traceback") return [];
    const stubbed = texts.some((one) => STUB_START.test(one));
    const refused = chain.length > 0 && chain.every((one) => OLD_API.test(one.message));
    if (stubbed || refused && parsed2.form === "bare") this.#lastStub = lines;
    const interrupted = chain.some(
      (one) => one.type === "KeyboardInterrupt" || one.type === "SystemExit"
    );
    const quoted = parsed2.form !== "traceback" && (announced || isExplained(text));
    if (interrupted || quoted) return chain;
    if (this.#torch && chain.some((one) => one.message === "Numpy is not available")) {
      const { line, exception } = this.#torch;
      this.#judge.judge({ ...raisedBy([line, ...lines]), chain: [exception] });
    } else if (chain[0]?.type.endsWith("Warning") && QUIET.test(chain[0].message)) {
      this.#judge.judge({ lines, outcome: { kind: "imported" }, phase: "import", chain });
    } else if (parsed2.form === "traceback") {
      const hidden = HIDDEN.test(text);
      const before = hidden && !stubbed ? this.#lastStub : [];
      if (hidden) this.#complaint.drop();
      this.#judge.judge({ ...raisedBy([...before, ...lines]), chain });
    } else if (stubbed || refused) this.#complaint.begin(lines, stubbed ? [] : chain);
    else if (parsed2.form !== "none") this.#judgeBare(lines, chain, parsed2.above);
    return chain;
  }
  #judgeBare(lines, chain, above) {
    if (this.#judge.judgeKnown({ ...raisedBy(lines), chain })) return;
    for (const passed of passedExceptions(above, lines)) {
      if (this.#judge.judgeKnown({ ...raisedBy(passed.lines), chain: passed.chain })) break;
    }
  }
};

// src/judge/explain-log/whose-build.ts
var NUMPYS = "build-numpy-itself";
var HOW = /^(?:build-(?!numpy-itself)|module-not-found|unclassified)/;
function withBuilders(found, builders) {
  const { numpyStopped } = builders;
  const seen2 = found.some((one) => one.diagnosis.kind === NUMPYS);
  if (!seen2 && numpyStopped === null) return found.map((one) => ofBuild(one, builders));
  const told = found.filter(({ diagnosis: { kind }, lines: lines2 }) => !HOW.test(kind) || !lines2.every(isNumpys)).map((one) => named(ofBuild(one, builders), numpyStopped?.version ?? null));
  if (seen2 || numpyStopped === null) return told;
  const { lines, version } = numpyStopped;
  const diagnosis = diagnoseNumpysBuild(
    lines.map((one) => one.text),
    version
  );
  const shown = lines.map(({ number, text }) => ({ line: number, text }));
  return [{ diagnosis, lines: lines.map((one) => one.number), shown }, ...told];
  function isNumpys(line) {
    return builders.of(line)?.name === "numpy";
  }
}
function named(one, version) {
  const { diagnosis } = one;
  if (version === null || diagnosis.kind !== NUMPYS || /NumPy \d/.test(diagnosis.title)) return one;
  return {
    ...one,
    diagnosis: retold(diagnosis, (prose) => ({ ...prose, title: numpyItself(version) }))
  };
}
function ofBuild(one, builders) {
  const { diagnosis, lines } = one;
  if (!diagnosis.kind.startsWith("build-") || diagnosis.kind === NUMPYS) return one;
  const built = lines.map((line) => builders.of(line)).find((who) => who !== null);
  if (!built) return one;
  const { name, version, own } = built;
  const fault = own === null ? "unknown" : own ? "own" : "dependency";
  const told = own === true ? diagnosis : retold(diagnosis, (prose) => ofOthers(diagnosis, built, prose));
  const culprit = { distribution: name, version, module: null, file: null };
  return { ...one, diagnosis: { ...told, culprit, fault } };
}
function ofOthers({ kind }, { name, version, own }, { title, explanation, fix }) {
  const which = [`\`${name}\``, version].filter(Boolean).join(" ");
  const older = kind === "build-np2-removed-c-api" ? " Else build it with `numpy<2`: write that line into a file and give it as `--build-constraint FILE` (uv, pip 25.3 and later; before that `PIP_CONSTRAINT=FILE`)." : "";
  const other = `${which} has no wheel that fits this Python and platform, so that it is built here: take a release that has one (\`pip install --only-binary ${name} ${name}\` finds it), or a Python that it has wheels for.${older}`;
  const lower = fix.charAt(0).toLowerCase() + fix.slice(1);
  return {
    title: `${title}: ${which}`,
    explanation: `${which} is built from its sources here. ${explanation}`,
    fix: own === false ? `${other} In the package itself: ${lower}` : `If it is your package: ${lower} If not: ${other}`
  };
}
function retold(diagnosis, change) {
  const { title, explanation, fix } = diagnosis;
  const prose = change({ title, explanation, fix });
  return { ...diagnosis, ...prose, tell: () => prose };
}

// src/judge/explain-log/log-reader.ts
var SOON2 = 10;
var LogReader = class {
  #judge = new LogJudge();
  #named = new NamedModule();
  #remarks = /* @__PURE__ */ new Set();
  #pytest = new PytestFrames();
  #quotes = new QuotedExceptions();
  #complaint = new Complaint(this.#judge);
  #traces = new Traces(this.#judge, this.#complaint, this.#quotes);
  #mentions = new Mentions();
  #builds = new FailedBuilds();
  #builders = new Builders();
  #tree = new ConflictTree();
  #deaths = new Deaths();
  #together = new SaidTogether();
  #region;
  #recent = [];
  #ended;
  /** A manual announced the region that is read. */
  #announced = false;
  read(line) {
    this.#mentions.read(line.text);
    this.#builders.read(line);
    if (line.text !== "") {
      this.#judge.read(line);
      this.#named.read(line.text);
    }
    if (this.#region && line.foreign) {
      this.#single(line);
      return;
    }
    if (this.#region && continuesRegion(this.#region, line.text)) {
      addToRegion(this.#region, line);
      return;
    }
    this.#close();
    if (this.#quotes.isMark(line.text)) this.#ended = void 0;
    if (this.#ended && isConnector(line.text)) {
      const { lines, since } = this.#ended;
      this.#region = openRegion("trace", [...lines, ...since, line], lines[0]?.text ?? "");
      this.#ended = void 0;
      return;
    }
    if (!this.#start(line)) this.#single(line);
    if (this.#ended && this.#ended.since.push(line) > SOON2) this.#ended = void 0;
    if (line.text !== "") this.#recent = [...this.#recent.slice(-1), line];
  }
  /** What is harmless although it looks alarming. */
  get remarks() {
    return [...this.#remarks];
  }
  end() {
    this.#close();
    this.#complaint.settle("imported");
    for (const { signal, ...death } of this.#deaths.untold()) {
      this.#judge.judge({ ...death, outcome: { kind: "signalled", signal } });
    }
    const builds = this.#judge.all().length === 0 ? this.#builds.failure : void 0;
    if (builds) this.#judge.keep(builds.diagnosis, builds.lines);
    for (const { line, chain } of this.#judge.all().length === 0 ? this.#mentions.all : []) {
      this.#judge.judgeKnown({ ...raisedBy([line]), chain });
    }
    const found = this.#judge.all().map((one) => this.#builds.withoutNetwork(this.#tree.below(one)));
    return withBuilders(found, this.#builders);
  }
  #start(line) {
    const { text } = line;
    const kind = regionBegunBy(text);
    this.#announced = kind === "trace" && this.#mentions.announced;
    if (kind === "fault") {
      const before = this.#recent.filter(
        (one) => LAST_WORDS.test(one.text) && !PROMPT.test(one.text)
      );
      this.#region = openRegion("fault", [...before, line], text);
      return true;
    }
    if (kind === "timeout") this.#region = openRegion("timeout", [line], text);
    else if (kind === "trace") {
      this.#region = openRegion("trace", [...this.#pytest.above(line), line], text);
    } else this.#pytest.read(line);
    return kind !== void 0;
  }
  #close() {
    const region = this.#region;
    this.#region = void 0;
    if (!region) return;
    switch (region.kind) {
      case "trace":
        this.#judgeTrace(region);
        this.#ended = { lines: region.lines, since: [] };
        break;
      case "fault":
        this.#judgeFault(region);
        break;
      case "timeout":
        this.#judgeTimeout(region.lines);
        break;
      default:
        region.kind;
    }
  }
  #judgeTrace({ lines, head }) {
    for (const line of lines) {
      const exit = EXCEPTION_LINE.test(line.text) ? readExit(line.text) : void 0;
      if (exit) this.#judgeExit(exit, line);
    }
    const named2 = this.#named.name;
    const chain = this.#traces.read({ lines, head, named: named2, announced: this.#announced });
    if (chain.some(endsWorkers)) this.#deaths.explained();
  }
  #judgeFault({ lines, head }) {
    const [, python, windows] = FAULT.exec(head) ?? [];
    const signal = signalOfFatalError(python ?? windows ?? "");
    if (python !== void 0) this.#deaths.dumped(signal);
    const phase = phaseOfDump(lines.map((one) => one.text).join("\n"));
    if (windows === void 0) {
      const { native } = this.#deaths;
      this.#judge.judge({ lines, outcome: { kind: "signalled", signal }, phase, native });
    } else if (!signal.startsWith("0x")) this.#deaths.dumpedOnWindows({ lines, signal, phase });
  }
  #judgeTimeout(lines) {
    this.#deaths.explained();
    this.#judge.judge({ lines, outcome: { kind: "timed-out", seconds: 0 }, phase: "start" });
  }
  #single(line) {
    const { text } = line;
    if (text === "") return;
    const warning = readWarning(text);
    if (warning) {
      const remark = harmlessRemark(warning.message);
      if (remark) this.#remarks.add(remark);
      if (warning.message.startsWith("Failed to initialize NumPy")) {
        this.#traces.warnedOfTorch(line, warning);
      }
      this.#complaint.settle("imported");
      const outcome = { kind: "imported" };
      this.#judge.judge({ lines: [line], outcome, phase: "import", chain: [warning] });
      return;
    }
    const summary = SUMMARY.exec(text)?.[1];
    if (summary) {
      const { chain } = parseTrace([summary]);
      this.#judge.judgeKnown({ ...raisedBy([{ ...line, text: summary }]), chain });
      return;
    }
    this.#complaint.read(text);
    const before = this.#recent.map((one) => one.text);
    const exit = readExit(text) ?? readEvent(text, before);
    if (exit) this.#judgeExit(exit, line);
    this.#deaths.read(line);
    if (this.#tree.takes(line)) return;
    const whole = this.#together.read(line) ?? line;
    const built = diagnoseBuildLine(whole.text);
    if (built) this.#keepBuild(built, whole);
    else this.#builds.read(line);
    this.#mentions.find(line, this.#named.name);
  }
  #keepBuild(built, line) {
    if (built.kind === "install-conflict") {
      if (this.#mentions.announced) return;
      this.#tree.begin(line);
    }
    this.#judge.keep(built, [line]);
  }
  #judgeExit(exit, line) {
    if (exit.kind === "timeout") {
      this.#judgeTimeout([line]);
      return;
    }
    if (exit.signal === UNTOLD_END && this.#ended && this.#quotes.hasRaised) return;
    if (this.#complaint.isOpen) {
      this.#complaint.settle("raised");
      return;
    }
    this.#deaths.exited(exit.signal, line, this.#recent.at(-1)?.text ?? "");
  }
};

// src/judge/explain-log/explain.ts
var LOG = { id: "log", python: "", numpy: "", platform: "" };
async function explainLog(chunks) {
  const reader = new LogReader();
  const log = createLogLines();
  for await (const line of log.lines(chunks)) reader.read(line);
  const found = reader.end();
  const known = found.filter((one) => one.diagnosis.kind !== "unclassified");
  const told = known.length > 0 ? known : found.slice(-1);
  const items = told.map(({ diagnosis }) => ({
    diagnosis,
    module: moduleOf2(diagnosis),
    combination: LOG
  }));
  const findings = foldFindings(items).map((finding) => ({
    ...finding,
    combinations: [],
    modules: finding.modules.filter((name) => name !== ""),
    lines: linesOf2(finding, told),
    shown: shownOf(finding, told)
  }));
  return {
    findings,
    recognised: known.length > 0 || reader.remarks.length > 0,
    remarks: reader.remarks,
    nature: log.nature
  };
}
function moduleOf2(diagnosis) {
  return diagnosis.culprit.module ?? "";
}
function linesOf2(finding, told) {
  const numbers = same(finding, told).flatMap((one) => one.lines);
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, 20);
}
function shownOf(finding, told) {
  const all = same(finding, told).flatMap((one) => one.shown);
  return finding.evidence.map((text) => all.find((one) => one.text === text) ?? { line: null, text }).filter((one) => !/^[\w.]+:$/.test(one.text.trim()));
}
function same(finding, told) {
  return told.filter(
    ({ diagnosis }) => diagnosis.kind === finding.kind && diagnosis.culprit.distribution === finding.culprit.distribution
  );
}

// src/commands/explain.ts
async function explain(chunks, name) {
  const result = await explainLog(chunks);
  switch (result.nature) {
    case "empty":
      throw new UserError(`There is nothing to explain: ${name} is empty`, {
        exitCode: EXIT.usage,
        remedy: "Give the whole output of the failed command, with what it wrote to standard error: command 2>&1 | numpy-abi-matrix explain"
      });
    case "binary":
      throw new UserError(`Cannot explain ${name}: it is no text but binary data`, {
        exitCode: EXIT.usage,
        remedy: "Give the text of a log or a traceback; unpack an archive of logs first, and name one of its files"
      });
    case "text":
      return { ...result, exitCode: result.recognised ? EXIT.proven : EXIT.findings };
    default:
      return result.nature;
  }
}
export {
  explain
};
