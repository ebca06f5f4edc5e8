/** A text with something in it, or `null`. */
export const blank = (text: string | null | undefined): string | null => (text?.trim() ? text : null);

/** Each word once, however it is capitalised; the last way of writing it stands. */
export const unique = (words: readonly string[]): string[] => [...new Map(words.map(word => [word.toLowerCase(), word])).values()];
