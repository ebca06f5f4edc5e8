import {median, round} from '../figure.ts';
import type {Fitness} from './fitness.ts';
import {peerNames, type PeerName} from './peer.ts';
import {many, type Speed} from './speed.ts';
import {versions} from './versions.ts';

/** Ours beside other widgets. */
export interface Comparison {
  /** What heads each column. */
  readonly columns: readonly string[];
  readonly rows: readonly ComparisonRow[];
}

export interface ComparisonRow {
  readonly what: string;
  readonly unit: string;
  /** One for each column, as it is shown. */
  readonly values: readonly string[];
  /** Ours over the best of the others, where it is a number. */
  readonly ratio?: number;
  /** The ratio that was promised, as `≤ 0.1`; empty where nothing was. */
  readonly target: string;
}

export function comparisonOf(speed: (name: PeerName) => readonly Speed[], fitness: (name: PeerName) => Fitness): Comparison {
  const measured = (what: string, unit: string, value: (run: Speed) => number | undefined, target = ''): ComparisonRow => {
    const [ours = [], ...others] = peerNames.map(name => speed(name).map(value).filter(each => each !== undefined));
    const best = Math.min(...others.filter(values => values.length > 0).map(median));
    return {what, unit, values: [ours, ...others].map(withSpread), ratio: round(median(ours) / best), target};
  };
  const told = (what: string, tell: (fitness: Fitness) => string): ComparisonRow => ({what, unit: '', values: peerNames.map(name => tell(fitness(name))), target: ''});
  const posts = many.toLocaleString('en');
  return {
    columns: ['ours', `artalk ${versions.artalk}`, `@waline/client ${versions['@waline/client']}`],
    rows: [
      measured('script and style sheets until the first posts are on screen', 'bytes gzip', run => run.bytes),
      measured(`first posts of ${posts} on screen, each in its own pages (20, 20 and 10)`, 'CPU ms', run => run.firstOfOwnPages),
      measured(`first posts of ${posts} on screen, all in one answer`, 'CPU ms', run => run.firstOfAll, '≤ 0.1'),
      measured(`all of ${posts} in the DOM`, 'CPU ms', run => run.all),
      measured('nodes for each post', 'nodes', run => run.nodes),
      measured('heap for each post, script and nodes', 'KiB', run => run.heap),
      measured(`one live post into ${posts}, drawn in sight`, 'CPU ms', run => run.insert),
      told('runs under a strict policy', ({strict: {runs, violations}}) => `${runs ? 'yes' : 'no'}, ${count(violations.length, 'violation')}${list(new Set(violations))}`),
      told('rules of axe that are broken', ({axe}) => `${axe.length}${list(axe.map(({rule, elements}) => `${rule} ×${elements}`))}`),
      told('controls of a post that a keyboard reaches and presses', ({controls: {all, byKeyboard}}) => `${byKeyboard.length} of ${all.length}${list(all.map(name => `${byKeyboard.includes(name) ? '' : 'not '}“${name}”`))}`),
    ],
  };
}

/** The median, with the least and the most of the rounds, which tell how much the machine disturbed them. */
function withSpread(values: readonly number[]): string {
  if (values.length === 0) return 'no live API';
  const [least, most] = [Math.min(...values), Math.max(...values)].map(value => Number(value.toPrecision(3)));
  return least === most ? String(round(median(values))) : `${round(median(values))} (${least}–${most})`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function list(items: Iterable<string>): string {
  const all = [...items];
  return all.length > 0 ? ` (${all.join(', ')})` : '';
}
