/** One figure: ours beside what it is held against, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly other: number;
  /** Ours over the other; nothing where the other is 0 and ours is not. */
  readonly ratio: number | null;
  readonly unit: string;
  /** The ratio that was promised, as `≤ 1.3` or `≥ 0.5`; empty where nothing was. */
  readonly target: string;
}

export function figure(name: string, unit: string, ours: number, other: number, target = ''): Figure {
  return {name, ours: round(ours), other: round(other), ratio: ratioOf(ours, other), unit, target};
}

/** Two that are 0 are as much as each other. */
function ratioOf(ours: number, other: number): number | null {
  if (other === 0) return ours === 0 ? 1 : null;
  return round(ours / other);
}

/** Whether a figure keeps to its target; `undefined` where it has none. */
export function keeps({ratio, target}: Pick<Figure, 'ratio' | 'target'>): boolean | undefined {
  const [sign, limit] = target.split(' ');
  if (limit === undefined) return undefined;
  if (ratio === null) return sign === '≥';
  return sign === '≤' ? ratio <= Number(limit) : ratio >= Number(limit);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The same items in another order, so that no arm always comes first. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  return items.map(item => ({item, key: Math.random()})).sort((a, b) => a.key - b.key).map(({item}) => item);
}

/** To four digits: more say nothing. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
