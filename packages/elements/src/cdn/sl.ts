import {prefetch, readUrl, setPageDefaults} from '@social-learning/sdk/loader';

/**
 * The loader: one script tag. It knows its backend from its own address, watches the page for our tags and imports the
 * chunk of each when it first appears, asks for the first page of a thread while the chunk is still on its way, and turns
 * plain links to a thread, the one form that every editor keeps, into the thread.
 */
const backend = new URL('.', import.meta.url).href.replace(/\/$/, '');

const chunks: Readonly<Record<string, () => Promise<unknown>>> = {
  'sl-kudos': () => import('../kudos/kudos.define.ts'),
  'sl-kudos-wall': () => import('../kudos-wall/kudos-wall.define.ts'),
  'sl-uploader': () => import('../uploader/uploader.define.ts'),
  'sl-content': () => import('../content/content.define.ts'),
  'sl-leaderboard': () => import('../leaderboard/leaderboard.define.ts'),
  'sl-checklist': () => import('../checklist/checklist.define.ts'),
  'sl-guidelines': () => import('../guidelines/guidelines.define.ts'),
  'sl-moderation': () => import('../moderation/moderation.define.ts'),
  'sl-provider': () => import('../provider/provider.define.ts'),
  'sl-thread': () => import('../thread/thread.define.ts'),
  'sl-notifications': () => import('../notifications/notifications.define.ts'),
  'sl-profile': () => import('../profile/profile.define.ts'),
  'sl-mentor-card': () => import('../mentor-card/mentor-card.define.ts'),
  'sl-mentor-finder': () => import('../mentor-finder/mentor-finder.define.ts'),
};

const tags = Object.keys(chunks).join();
const started = new Set<string>();

/** Says for the whole page what elements use; see `configure` of the SDK. */
export async function configure(configuration: object): Promise<void> {
  (await import('@social-learning/sdk')).configure(configuration);
}

const meta = document.querySelector<HTMLMetaElement>('meta[name="social-learning-token-endpoint"]');
setPageDefaults({backend, ...(meta && {tokenEndpoint: meta.content})});

function load(tag: string): void {
  if (started.has(tag)) return;
  started.add(tag);
  chunks[tag]!().catch((error: unknown) => {
    // The next element of this name tries again.
    started.delete(tag);
    console.error(`<${tag}> could not be loaded.`, error);
  });
}

/** The first page of a thread that will be shown at once, as its element will ask for it. */
function prefetchThread(element: Element): void {
  const provider = element.closest('sl-provider');
  const space = element.getAttribute('space') ?? provider?.getAttribute('space') ?? undefined;
  const subject = element.getAttribute('subject');
  if (!subject || provider?.hasAttribute('backend') || element.getBoundingClientRect().top > 2.5 * innerHeight) return;
  const order = element.getAttribute('order') ?? 'oldest';
  const reading = element.getAttribute('from') === 'end' && order === 'oldest' ? {from: 'end'} : {order};
  prefetch(readUrl(backend, '/v1/thread', {subject, space, ...reading, limit: 20}));
}

function scan(root: Element): void {
  const found = [...root.querySelectorAll(tags)];
  if (root.matches(tags)) found.push(root);
  for (const element of found) {
    if (element.localName === 'sl-thread' && !started.has('sl-thread')) prefetchThread(element);
    load(element.localName);
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>(`a[href^="${backend}/thread?"]`)) upgrade(link);
}

/** Puts the thread in the place of a plain link to it. */
function upgrade(link: HTMLAnchorElement): void {
  const {searchParams} = new URL(link.href);
  const element = document.createElement('sl-thread');
  for (const name of ['subject', 'space', 'kind', 'heading']) {
    const value = searchParams.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  link.replaceWith(element);
  scan(element);
}

scan(document.documentElement);
new MutationObserver(changes => {
  for (const {addedNodes} of changes) for (const node of addedNodes) if (node instanceof Element) scan(node);
}).observe(document, {childList: true, subtree: true});
