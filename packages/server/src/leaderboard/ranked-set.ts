/** Somebody with points. */
export interface Ranked {
  readonly id: string;
  readonly points: number;
}

interface Node extends Ranked {
  readonly priority: number;
  left: Node | undefined;
  right: Node | undefined;
  size: number;
}

/**
 * People in the order of their points, the most first; who has as many stands in the order of ids. A treap that knows the size of every
 * subtree (order statistics, as in Cormen et al., section 14.1), so that a place is found in O(log n).
 */
export class RankedSet {
  #root: Node | undefined;
  readonly #points = new Map<string, number>();

  get size(): number {
    return this.#points.size;
  }

  pointsOf(id: string): number | undefined {
    return this.#points.get(id);
  }

  /** Puts somebody where the points belong; `undefined` takes them out. */
  set(id: string, points: number | undefined): void {
    const before = this.#points.get(id);
    if (before === points) return;
    if (before !== undefined) {
      const [left, rest] = split(this.#root, {id, points: before});
      const [, right] = split(rest, {id, points: before}, true);
      this.#root = merge(left, right);
      this.#points.delete(id);
    }
    if (points === undefined) return;
    const node: Node = {id, points, priority: priorityOf(id), left: undefined, right: undefined, size: 1};
    const [left, right] = split(this.#root, node);
    this.#root = merge(merge(left, node), right);
    this.#points.set(id, points);
  }

  /** How many have more: the rank is one more, and the same for all with as many (1, 2, 2, 4). */
  ahead(points: number): number {
    let count = 0;
    for (let node = this.#root; node; ) {
      if (node.points > points) {
        count += 1 + sizeOf(node.left);
        node = node.right;
      } else node = node.left;
    }
    return count;
  }

  /** How many stand before a place, whether or not somebody stands there. */
  indexOf(place: Ranked): number {
    let count = 0;
    for (let node = this.#root; node; ) {
      if (isBefore(node, place)) {
        count += 1 + sizeOf(node.left);
        node = node.right;
      } else node = node.left;
    }
    return count;
  }

  /** Those from an index on, so many at most. */
  slice(start: number, length: number): Ranked[] {
    const found: Ranked[] = [];
    collect(this.#root, Math.max(0, start), Math.max(0, start) + length, found);
    return found;
  }
}

/** Random as ids are, and the same at every start. */
const priorityOf = (id: string) => Number.parseInt(id.slice(-8), 16);

const sizeOf = (node: Node | undefined) => node?.size ?? 0;

function isBefore(a: Ranked, b: Ranked): boolean {
  return a.points > b.points || (a.points === b.points && a.id < b.id);
}

function count(node: Node): Node {
  node.size = 1 + sizeOf(node.left) + sizeOf(node.right);
  return node;
}

/** Those before a place, and the others. @param through Whether who stands at the place goes with those before. */
function split(node: Node | undefined, place: Ranked, through = false): [Node | undefined, Node | undefined] {
  if (!node) return [undefined, undefined];
  if (isBefore(node, place) || (through && node.id === place.id)) {
    const [left, right] = split(node.right, place, through);
    node.right = left;
    return [count(node), right];
  }
  const [left, right] = split(node.left, place, through);
  node.left = right;
  return [left, count(node)];
}

function merge(left: Node | undefined, right: Node | undefined): Node | undefined {
  if (!left || !right) return left ?? right;
  if (left.priority > right.priority) {
    left.right = merge(left.right, right);
    return count(left);
  }
  right.left = merge(left, right.left);
  return count(right);
}

function collect(node: Node | undefined, start: number, end: number, found: Ranked[]): void {
  if (!node || start >= end) return;
  const before = sizeOf(node.left);
  if (start < before) collect(node.left, start, Math.min(end, before), found);
  if (start <= before && before < end) found.push({id: node.id, points: node.points});
  if (end > before + 1) collect(node.right, Math.max(0, start - before - 1), end - before - 1, found);
}
