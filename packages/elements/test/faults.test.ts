import {FetchInterceptor} from '@mswjs/interceptors/fetch';
import {expect} from '@open-wc/testing';
import {defineNetwork, InterceptorSource} from 'msw/experimental';
import {bypass, delay} from 'msw';
import {http, HttpResponse, type HttpHandler} from 'msw/http';
import {backendAs} from './support/backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type} from './support/mount.ts';

const space = 'onboarding';
const network = defineNetwork({
  sources: [new InterceptorSource({interceptors: [new FetchInterceptor()]})],
  handlers: [],
  onUnhandledFrame: 'bypass',
  context: {quiet: true},
});

/** Posts through a broken network, and gives what the server has in the end. */
async function postThrough(handler: HttpHandler): Promise<string[]> {
  const subject = newSubject();
  const element = await mountThread(clientFor(await backendAs('amara')), {subject, space});
  network.use(handler);
  await type(element, 'Through thick and thin');
  button(element, 'Post')!.click();
  await seen(() => posts(element)[0] && !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
  network.resetHandlers();
  expect(texts(element)).to.deep.equal(['Through thick and thin']);
  const reader = await backendAs('joris');
  const {posts: page} = await reader.call('threads.read', {subject, space});
  return page.items.map(({id}) => id);
}

describe('a broken network', () => {
  before(async () => {
    await network.enable();
  });
  afterEach(() => network.resetHandlers());
  after(async () => {
    await network.disable();
  });

  /** The first requests to post meet a fault, the later ones the server. */
  const atFirst = (times: number, fault: (request: Request) => Promise<Response> | Response) => {
    let count = 0;
    return http.post('*/v1/posts', async ({request}) => (count++ < times ? fault(request) : fetch(bypass(request))));
  };

  it('that cuts before the server hears loses nothing', async () => {
    expect(await postThrough(atFirst(1, () => HttpResponse.error()))).to.have.length(1);
  });

  it('that cuts after the server has acted doubles nothing', async () => {
    expect(await postThrough(atFirst(2, async request => {
      await fetch(bypass(request));
      return HttpResponse.error();
    }))).to.have.length(1);
  });

  it('that sends everything twice doubles nothing', async () => {
    expect(await postThrough(atFirst(1, async request => {
      const [answer] = await Promise.all([fetch(bypass(request.clone())), fetch(bypass(request))]);
      return answer;
    }))).to.have.length(1);
  });

  it('whose server stumbles with 500 and 503 is tried again', async () => {
    const answers = [new HttpResponse('oops', {status: 500}), new HttpResponse(null, {status: 503, headers: {'retry-after': '1'}})];
    expect(await postThrough(atFirst(2, () => answers.shift()!))).to.have.length(1);
  });

  it('that answers with HTML of its own is not taken for the server', async () => {
    expect(await postThrough(atFirst(1, () => HttpResponse.html('<p>Please accept our terms')))).to.have.length(1);
  });

  it('whose token has expired asks for another one once, and loses nothing', async () => {
    let refusals = 0;
    const ids = await postThrough(atFirst(1, () => {
      refusals++;
      return HttpResponse.json({type: 'about:blank', title: 'Expired', status: 401, code: 'token-expired', detail: 'The access token has expired.'}, {status: 401});
    }));
    expect([ids.length, refusals]).to.deep.equal([1, 1]);
  });

  it('that is slow shows the post at once, as sending', async () => {
    const subject = newSubject();
    const element = await mountThread(clientFor(await backendAs('amara')), {subject, space});
    network.use(atFirst(1, async request => {
      await delay(1_500);
      return fetch(bypass(request));
    }));
    await type(element, 'Slowly');
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0]?.querySelector('.delivery')?.textContent?.includes('Sending…'), 'the post on its way');
    await seen(() => !posts(element)[0]!.classList.contains('sending'), 'the acknowledgement');
  });

  it('that gives HTML where a thread should be says so, and is asked again', async () => {
    network.use(http.get('*/v1/thread', () => HttpResponse.html('<p>Please accept our terms')));
    const element = await mountThread(clientFor(await backendAs('amara')), {space});
    await seen(() => root(element).querySelector('[role="alert"]')?.textContent?.includes('sign in to the network'), 'the reason');
    network.resetHandlers();
    button(element, 'Try again')!.click();
    await seen(() => root(element).querySelector('.empty'), 'the thread');
  });
});
