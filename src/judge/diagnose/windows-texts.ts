/**
 * Windows' own words for a failed `LoadLibrary`, in the languages that reports come in: Python
 * passes on `FormatMessage` of the error, and not its number: ERROR_MOD_NOT_FOUND (126),
 * ERROR_PROC_NOT_FOUND (127), ERROR_BAD_EXE_FORMAT (193) and the like. Wine has words of its own.
 * https://github.com/python/cpython/blob/main/Python/dynload_win.c
 */
const TEXTS = {
  'not-found': [
    /specified module (?:could not|cannot) be found/i,
    /^Module not found\.?$/i,
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
    /specified procedure (?:could not|cannot) be found/i,
    /^Procedure not found\.?$/i,
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
    // ERROR_EXE_MACHINE_TYPE_MISMATCH (216), ERROR_INVALID_EXE_SIGNATURE (191), ERROR_EXE_MARKED_INVALID (192).
    /not compatible with the version of Windows/i,
    /operating system cannot run/i,
    /^(?:Bad EXE format|Invalid EXE)/i,
  ],
  // ERROR_DLL_INIT_FAILED (1114).
  'init-failed': [
    /initialization routine failed/i,
    /^DLL initialization failed/i,
    /DLL-Initialisierungsroutine ist fehlgeschlagen/i,
    /routine d.initialisation d.une biblioth[èe]que de liens dynamiques/i,
    /rutina de inicializaci[óo]n/i,
    /rotina de inicializa[çc][ãa]o/i,
    /routine di inizializzazione/i,
    /初期化ルーチン/,
    /初始化例程失败|初始化常式失敗/,
    /подпрограмме инициализации/i,
    /초기화 루틴/,
  ],
  // ERROR_COMMITMENT_LIMIT (1455), ERROR_NOT_ENOUGH_MEMORY (8), ERROR_NO_SYSTEM_RESOURCES (1450).
  'no-memory': [
    /paging file is too small/i,
    /not enough memory|insufficient system resources|not enough storage/i,
    /Auslagerungsdatei ist zu klein/i,
    /fichier de pagination est insuffisant/i,
    /archivo de paginaci[óo]n es demasiado/i,
    /arquivo de pagina[çc][ãa]o [ée] muito/i,
    /file di paging/i,
    /ページング ?ファイルが小さすぎる/,
    /页面文件太小|分頁檔太小/,
    /Файл подкачки слишком мал/i,
    /페이징 파일이 너무 작/,
  ],
  // ERROR_ACCESS_DENIED (5), ERROR_VIRUS_INFECTED (225), ERROR_ACCESS_DISABLED_BY_POLICY (1260),
  // ERROR_INVALID_IMAGE_HASH (577), ERROR_SYSTEM_INTEGRITY_POLICY_VIOLATION (4551).
  refused: [
    /access is denied|access denied/i,
    /blocked (?:by group policy|this file)|has blocked|control policy/i,
    /virus or potentially unwanted/i,
    /verify the digital signature/i,
    /Zugriff verweigert|Acc[èe]s refus[ée]|Acceso denegado|Acesso negado|Accesso negato/i,
    /アクセスが拒否されました|拒绝访问|存取被拒|Отказано в доступе|액세스가 거부/,
  ],
} as const;

export type WindowsMeaning = keyof typeof TEXTS;

/** @returns true when the system's text has that meaning, in one of the languages known here */
export function isWindowsText(text: string, meaning: WindowsMeaning): boolean {
  return TEXTS[meaning].some((pattern) => pattern.test(text));
}

/** @returns true when the text has one of the meanings, in one of the languages known here */
export function isKnownWindowsText(text: string): boolean {
  return Object.values(TEXTS).some((patterns) => patterns.some((one) => one.test(text)));
}
