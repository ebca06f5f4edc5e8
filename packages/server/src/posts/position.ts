/** Letters of one level: 36^5 posts fit into a thread. */
const width = 5;

/** The position of a new post: compared as strings, positions give the order of reading, depth first. */
export function positionOf(parent: string, ordinal: number): string {
  return parent + ordinal.toString(36).padStart(width, '0');
}

/** The positions of all posts above, the nearest first. */
export function ancestorPositions(position: string): string[] {
  const positions: string[] = [];
  for (let end = position.length - width; end > 0; end -= width) positions.push(position.slice(0, end));
  return positions;
}
