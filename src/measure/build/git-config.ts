/** Keys that change how a repository is read, or that version tools ask for; none is a secret. */
const KEPT =
  /^(core\.(repositoryformatversion|filemode|ignorecase|symlinks|precomposeunicode|autocrlf|eol|abbrev|quotepath|longpaths|sparsecheckout|sparsecheckoutcone)|extensions\.(objectformat|compatobjectformat|refstorage|partialclone)|remote\..*\.(url|fetch|promisor|partialclonefilter)|branch\..*\.(remote|merge)|submodule\..*\.(url|active|path))$/s;

/**
 * Writes a git config anew with the keys that a build may see.
 *
 * An allow-list, since there are too many places for a token: `http.*.extraheader` (where
 * actions/checkout leaves it), `url.*.insteadOf`, `credential.*`, `include.path`, ….
 *
 * @param listed output of `git config --null --list`: `key LF value NUL`
 * @example cleanGitConfig('remote.origin.url\nhttps://me:token@host/a.git\0')
 * // '[remote "origin"]\n\turl = "https://host/a.git"\n'
 */
export function cleanGitConfig(listed: string): string {
  return listed
    .split('\0')
    .map((entry) => /^(?<key>[^\n]+)(?:\n(?<value>.*))?$/s.exec(entry)?.groups)
    .flatMap((groups) => {
      const key = groups?.['key'] ?? '';
      if (!KEPT.test(key)) return [];
      const [, section = '', subsection, name = ''] =
        /^([^.]+)\.(?:(.*)\.)?([^.]+)$/s.exec(key) ?? [];
      const head = subsection === undefined ? section : `${section} ${quoted(subsection)}`;
      return [`[${head}]\n\t${name} = ${quoted(withoutSecrets(groups?.['value'] ?? 'true'))}\n`];
    })
    .join('');
}

/** An address without user, password, query and fragment. */
function withoutSecrets(value: string): string {
  return value
    .replaceAll(/(:\/\/)[^/\s]*@/g, '$1')
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^?#]*)[?#].*$/is, '$1');
}

function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}
