/**
 * Windows' own words for a failed `LoadLibrary`, in the languages that reports come in: Python
 * passes on `FormatMessage` of ERROR_MOD_NOT_FOUND (126), ERROR_PROC_NOT_FOUND (127) and
 * ERROR_BAD_EXE_FORMAT (193), and not the number.
 * https://github.com/python/cpython/blob/main/Python/dynload_win.c
 */
const TEXTS = {
  'not-found': [
    /specified module could not be found/i,
    /angegebene Modul wurde nicht gefunden/i,
    /module sp[ée]cifi[ée] est introuvable/i,
    /encontr\w+ (?:el|o) m[óo]dulo especificado/i,
    /trovare il modulo specificato/i,
    /指定されたモジュールが見つかりません/,
    /找不到指定的模[块組组]/,
    /не найден указанный модуль/i,
    /지정된 모듈을 찾을 수 없습니다/,
  ],
  'no-procedure': [
    /specified procedure could not be found/i,
    /angegebene Prozedur wurde nicht gefunden/i,
    /proc[ée]dure sp[ée]cifi[ée]e est introuvable/i,
    /encontr\w+ (?:el proceso|o procedimento) especificado/i,
    /trovare la procedura specificata/i,
    /指定されたプロシージャが見つかりません/,
    /找不到指定的程序/,
    /не найдена указанная процедура/i,
    /지정된 프로시저를 찾을 수 없습니다/,
  ],
  'bad-image': [
    /not a valid Win32 application/i,
    /keine (?:zulässige|gültige) Win32-Anwendung/i,
    /pas une application Win32 valide/i,
    /no es una aplicaci[óo]n Win32 v[áa]lida/i,
    /n[ãa]o [ée] um aplicativo Win32 v[áa]lido/i,
    /有効な Win32 アプリケーション/,
    /不是有效的 Win32/,
    /не является приложением Win32/i,
  ],
} as const;

/** @returns true when the system's text has that meaning, in one of the languages known here */
export function isWindowsText(text: string, meaning: keyof typeof TEXTS): boolean {
  return TEXTS[meaning].some((pattern) => pattern.test(text));
}

/** @returns true when the text has one of the meanings, in one of the languages known here */
export function isKnownWindowsText(text: string): boolean {
  return Object.values(TEXTS).some((patterns) => patterns.some((one) => one.test(text)));
}
