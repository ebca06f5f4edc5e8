// What the bench uses of packages that are fetched when it runs.

declare module 'artalk' {
  export interface ArtalkComment {
    readonly id: number;
  }
  const Artalk: {
    init(options: Readonly<Record<string, unknown>>): {readonly ctx: {getData(): {insertComment(comment: ArtalkComment): void}}};
  };
  export {Artalk as default};
}

declare module '@waline/client' {
  export function init(options: Readonly<Record<string, unknown>>): unknown;
}
