import { type ProjectTemplate, pyproject, setupPy } from './project-template.ts';

/**
 * One project of several packages, each from a template of package `sample`: one build serves them
 * all.
 *
 * @param packages templates by the package's name in the merged project
 */
export function mergedProject(
  packages: Readonly<Record<string, ProjectTemplate>>,
): ProjectTemplate {
  const files: Record<string, string> = {};
  const extensions: Record<string, string> = {};
  for (const [name, template] of Object.entries(packages)) {
    const renamed = (text: string): string => text.replace(/\bsample\b/g, name);
    for (const [path, text] of Object.entries(template)) {
      if (path === 'pyproject.toml') continue;
      if (path !== 'setup.py')
        files[renamed(path).replace(/^src\//, `src/${name}/`)] = renamed(text);
      else {
        for (const [, module = '', source = ''] of text.matchAll(
          /Extension\('(.+?)', \['(.+?)'\]/g,
        ))
          extensions[renamed(module)] = source.replace(/^src\//, `src/${name}/`);
      }
    }
  }
  return { 'pyproject.toml': pyproject(), 'setup.py': setupPy(extensions), ...files };
}
