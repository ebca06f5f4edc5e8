/** A page of a list. `before` and `after` are opaque cursors of the pages beside it, `null` at the ends. */
export interface Page<Item> {
  readonly items: Item[];
  readonly before: string | null;
  readonly after: string | null;
}
