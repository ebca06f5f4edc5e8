import {keeps, type Figure} from './figure.ts';
import type {Comparison} from './peers/comparison.ts';
import type {Result} from './results.ts';

/** What was found, for readers. */
export function report(results: Readonly<Record<string, Result>>): string {
  const entries = Object.entries(results);
  const figures = entries.flatMap(([, result]) => result.figures ?? []);
  return [
    '# What `npm run bench` measured', '',
    'Medians of interleaved rounds. The ratio is what counts: both sides ran in the same minutes, and what else ran slowed both. Wall times (per',
    'second, ms) of a busy machine say little by themselves. Each part as it was run last:', '',
    '| part | on | load of the machine before and after | with |', '| --- | --- | --- | --- |',
    ...entries.map(([name, {date, load, environment}]) => `| ${name} | ${date} | ${load.map(value => value.toFixed(1)).join(', ')} | ${environment} |`), '',
    'The script until the first posts are on screen is what Chromium had asked for by then, on a page that has a thread and nothing else, for',
    'somebody who is signed in; what comes after serves taking part, writing, the session and the live feed. `test/package/sizes.test.ts` says what',
    'each step loads by itself.', '',
    'The hand-written lists make the same nodes under the same style sheets, what stands below the text of a post in idle time as ours do, and say',
    'dates and numbers by `Intl` (some 30 ms of the first screen, on both sides); they have no session, no outbox, no feed and no words for',
    'states. Ours in pages of 20 shows its first page and fetches the rest later, so with more posts it has less to do than they.',
    'Where all are in one answer, ours takes in the twenty that it asked for first, and the rest in idle time. Until then ours',
    'fills as many posts as a screen is high, as does the window by hand; the slabs by hand fill their first twenty. What ours does in idle time',
    'is not counted to the first screen.', '',
    'The times of the live feed begin when a post is sent and include making it; those of the bare loop begin with the write.',
    'The bare server for posting parses JSON, inserts a row for each request by one statement for all that came meanwhile, and knows nothing else.', '',
    'A live post comes over HTTP, by itself, with its thread. Who receives it alone reads the stream with our SDK, parses each event and forgets it;',
    'the SDK that keeps them is a client with a thread that nobody shows. The thread is read at its end: the reader stays there, so that posts come',
    'below what is in sight, or keeps to the newest in each frame. A long task takes more than 50 ms (Long Tasks API) of the clock, so other work on',
    'the machine can make one.', '',
    'The heap for each post is what 900 more add, after a collection, when every post is in the DOM and the bench itself holds none: the heap of',
    'scripts, and that of the nodes, styles and layout that the browser keeps for them; not text that was shaped, nor what is painted. Ours keeps',
    'what the post says beside its nodes, as it came; the hand-written lists keep their nodes and nothing else. Slabs out of sight have no layout.', '',
    'The page of twenty threads is the files for a script tag, from the real server, for somebody who is signed in, and nobody scrolls. Below each',
    'other, only those near the screen load, by design; in sight, each stands in a box that scrolls. Each has five posts. Blocking time is what long',
    'tasks take beyond their first 50 ms, from the beginning of the page until nothing came for two seconds; the slower CPU also counts in CPU ms.', '',
    '| what | ours | other | unit | ratio | target | kept |', '| --- | --: | --: | --- | --: | --- | --- |',
    ...figures.map(each => `| ${each.name} | ${each.ours} | ${each.other} | ${each.unit} | ${each.ratio ?? ''} | ${each.target} | ${verdict(each)} |`), '',
    ...entries.flatMap(([, {comparison, omitted}]) => (comparison ? besidePeers(comparison) : omitted ? [omitted, ''] : [])),
  ].join('\n');
}

function besidePeers({columns, rows}: Comparison): string[] {
  return [
    '## Beside other widgets', '',
    'On one page, each fed by stubs of its own API with the same thousand posts, each answer after 20 ms, made by a worker. Ours as the files for a script tag, for',
    'somebody who is signed in; the others as a bundler makes them, with their own defaults but for pictures from other hosts. CPU is that of the',
    'main thread from the moment that the script is asked for, so it includes compiling it. In one answer means that pages are as long as the',
    'thread: all that the others have is drawn at once, ours as far as it is in sight. The heap is what 900 more posts add, after a collection. A',
    'live post of ours comes through the feed, at the end, with the page scrolled there; with Artalk through `insertComment`, at the start. The',
    "strict policy is `script-src 'self'; style-src 'self'; require-trusted-types-for 'script'`. axe looks with its default rules at `<main>`",
    'only, where each shows its first page. The controls of a post are its buttons and links, and what has the hand of a link, but for links in',
    'the text; a keyboard reaches one by Tab, and presses it by Enter, and by Space if it is no link. The ratio is to the best of the others.',
    'Medians of three rounds, with the least and the most of them.', '',
    `| what | unit | ${columns.join(' | ')} | ratio | target | kept |`, `| --- | --- |${columns.map(() => ' --: |').join('')} --: | --- | --- |`,
    ...rows.map(row => `| ${row.what} | ${row.unit} | ${row.values.join(' | ')} | ${row.ratio ?? ''} | ${row.target} | ${row.ratio === undefined ? '' : verdict({ratio: row.ratio, target: row.target})} |`), '',
  ];
}

function verdict(each: Pick<Figure, 'ratio' | 'target'>): string {
  const kept = keeps(each);
  return kept === undefined ? '' : kept ? 'yes' : 'no';
}
