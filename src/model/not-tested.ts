/** A wheel or a compiled file that was listed and not imported, with the reason. */
export interface NotTested {
  readonly what: string;
  readonly reason: string;
  /** The user's own `modules` setting is the reason. */
  readonly kind?: 'left-out';
}
