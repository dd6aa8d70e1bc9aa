import { eachLine, type Stage } from './stage.ts';

// Colab: `[/x/pandas/__init__.py](https://localhost:8080/#) in <module>`; VS Code:
// `File [c:\x\a.py:11](file:///C:/x/a.py:11), in f`, `Cell In[3], [line 1](vscode-notebook-cell:…)`.
const LINK = /\[([^[\]\n]{1,500})\]\((?:https?|file|vscode-notebook-cell|command):[^()\s]*\)/g;

/** Leaves of Markdown's links their texts: notebooks make links of the files and lines of frames. */
export function readLinkTexts(): Stage {
  return eachLine((text) => (text.includes('](') ? text.replace(LINK, '$1') : text));
}
