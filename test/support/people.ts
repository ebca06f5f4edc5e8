import type {Content, ContentNode} from '@social-learning/protocol';
import {createId, httpBackend, type Backend, type Id, type Post} from '@social-learning/sdk';
import type {BrowserContext, Locator, Page} from 'playwright';

/** The space of every test thread. */
export const space = 'onboarding';

export const newKey = (): Id => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

let count = 0;

/** A subject that nobody talks about yet. */
export const newSubject = (): string => `subject-${process.pid}-${++count}`;

/** The backend as one of the sample people uses it, from outside any browser. */
export function apiAs(url: string, person: string): Backend {
  return httpBackend({
    url,
    getToken: async () => ((await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string}).token,
  });
}

/** Posts by way of the API. */
export async function post(backend: Backend, subject: string, source: string): Promise<Post> {
  return (await backend.call('posts.create', {space, subject: {key: subject}, source}, {key: newKey()})).post;
}

/** The posts that the server has on a subject. */
export async function postsOn(backend: Backend, subject: string): Promise<readonly Post[]> {
  const {thread, posts} = await backend.call('threads.read', {subject, space, limit: 100});
  const items = [...posts.items];
  for (let cursor = posts.after; cursor !== null;) {
    const page = await backend.call('posts.list', {thread: thread!.id, cursor, limit: 100});
    items.push(...page.items);
    cursor = page.after;
  }
  return items.filter(({state}) => state === 'visible');
}

/** What the server has on a subject, in order. */
export async function textsOn(backend: Backend, subject: string): Promise<string[]> {
  return (await postsOn(backend, subject)).map(({content}) => textOf(content));
}

function textOf(content: Content | ContentNode | null): string {
  if (content === null) return '';
  return 'value' in content ? content.value : 'children' in content ? content.children.map(textOf).join('') : '';
}

/** Opens the host page on a subject as one of the sample people, and waits until one can write. */
export async function open(context: BrowserContext, url: string, subject: string, person: string): Promise<Page> {
  await context.addCookies([{name: 'person', value: person, url}]);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${url}/page?subject=${subject}`);
  await page.locator('[part~="write"], [part~="field"]').first().waitFor().catch(async (error: unknown) => {
    throw new Error(`One cannot write: ${await page.locator('sl-thread [part~="thread"]').innerText({timeout: 1_000}).catch(() => 'no thread')}`, {cause: error});
  });
  return page;
}

/** The post on screen that says a text. */
export function shown(page: Page, text: string): Locator {
  return page.locator('[part~="post"]').filter({has: page.getByText(text, {exact: true})});
}

/** Opens the composer and types. */
export async function type(page: Page, text: string): Promise<void> {
  const field = page.locator('#writing textarea');
  if (!(await field.isVisible())) await page.locator('[part~="write"]').click();
  await field.fill(text);
}

/** Sends what was typed. */
export async function send(page: Page): Promise<void> {
  await page.locator('#writing [part~="send"]').click();
}

/** Types and sends. */
export async function say(page: Page, text: string): Promise<void> {
  await type(page, text);
  await send(page);
}

/** Waits until nothing on screen is on its way any more. */
export async function allSent(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.querySelector('sl-thread')?.shadowRoot;
    return root?.querySelector('.post') && !root.querySelector('.post.sending');
  });
}

/** What the posts on screen say, in order. */
export async function texts(page: Page): Promise<string[]> {
  return (await page.locator('[part~="post"] [part~="body"]').allTextContents()).map(text => text.trim());
}

/** Looks at every frame, from now on, whether a text is on screen. The answer: in how many it was not. */
export async function watchText(page: Page, text: string): Promise<() => Promise<number>> {
  const handle = await page.evaluateHandle(text => {
    const watch = {missing: 0, wasMissing: false};
    const look = () => {
      const root = document.querySelector('sl-thread')!.shadowRoot!;
      const typed = [...root.querySelectorAll('textarea')].some(({value}) => value.includes(text));
      const posted = [...root.querySelectorAll('.post')].some(({textContent}) => textContent.includes(text));
      const isMissing = !typed && !posted;
      // Twice in a row: between two looks a frame was painted.
      if (isMissing && watch.wasMissing) watch.missing++;
      watch.wasMissing = isMissing;
      next();
    };
    const next = () => requestAnimationFrame(() => setTimeout(look));
    next();
    return watch;
  }, text);
  return () => handle.evaluate(({missing}) => missing);
}
