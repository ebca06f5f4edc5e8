/** Texts that are remembered at most, and how long they may be. */
const most = 2_000;
const longest = 1_000;

/** A function of a text that remembers what it gave: for what is asked again and again and is the same for ever. */
export function remembering<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, made);
    return made;
  };
}
