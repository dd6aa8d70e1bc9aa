/** What a probe saw of one module. A failing extension is data, not an exception of ours. */
export type Outcome =
  | { readonly kind: 'imported' }
  | { readonly kind: 'raised' }
  /** `signal` is a POSIX signal name, or the NTSTATUS name on Windows (`ACCESS_VIOLATION`). */
  | { readonly kind: 'signalled'; readonly signal: string }
  /** The process ended by itself without a closing record; `code` may be 0. */
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'timed-out'; readonly seconds: number }
  | { readonly kind: 'not-run'; readonly reason: NotRunReason };

/**
 * Why a module was not proven although nothing failed:
 * `shadowed` its name loads another file · `not-loaded` no walk loaded it · `wrong-tag` this Python
 * cannot see it · `skipped` budget or fail-fast · `set-up` the environment could not be made ·
 * `interrupted` Ctrl-C.
 */
export type NotRunReason =
  | 'shadowed'
  | 'not-loaded'
  | 'wrong-tag'
  | 'skipped'
  | 'set-up'
  | 'interrupted';

/** Where in a probe's life something happened. */
export type Phase = 'start' | 'parents' | 'import' | 'call' | 'exit';
