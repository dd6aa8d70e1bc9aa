/**
 * `strerror(ENOENT)` in the languages that glibc knows best (glibc po/*.po): the loader and compilers
 * print it behind the file that they did not find.
 */
const NO_SUCH_FILE = [
  'No such file or directory',
  'Datei oder Verzeichnis nicht gefunden',
  'Aucun fichier ou dossier de ce type',
  'No existe el (?:archivo|fichero) o el directorio',
  'そのようなファイルやディレクトリはありません',
  '没有那个文件或目录',
  '沒有此一檔案或目錄',
  'Нет такого файла или каталога',
  'Nie ma takiego pliku ani katalogu',
  'Arquivo ou diretório inexistente',
  'Ficheiro ou directoria inexistente',
  'File o directory non esistente',
  '그런 파일이나 디렉터리가 없습니다',
  'Bestand of map bestaat niet',
  'Filen eller katalogen finns inte',
  'Adresář nebo soubor neexistuje',
  'Böyle bir dosya ya da dizin yok',
].join('|');

/** glibc's `libfoo.so.1: cannot open shared object file: No such file or directory`, in any of them. */
export const LIBRARY_NOT_FOUND = new RegExp(
  `(?:^|[\\s:])([^\\s:]+\\.so[\\w.]*): [^:\\n]+: (?:${NO_SUCH_FILE})`,
);
/** A compiler's `x.c:1:2: fatal error: numpy/arrayobject.h: No such file or directory`. */
export const HEADER_NOT_FOUND = `: (?:${NO_SUCH_FILE})`;
