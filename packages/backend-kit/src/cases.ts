import {contentTypes, type ContentNode, type EndpointName, type FeedEvent} from '@social-learning/protocol';
import {hold, refused, same} from './expect.ts';
import {newId, newSubject, personAt, type KitSubject} from './setting.ts';

/** One promise of the contract, as a test. */
export interface KitCase {
  readonly name: string;
  /** The endpoints that it is about; a backend without one of them is not asked. */
  readonly needs: readonly EndpointName[];
  /** Rejects where the backend breaks the promise. */
  run(subject: KitSubject): Promise<void>;
}

const posting = ['threads.read', 'posts.create'] as const;

/** Every promise that a backend is held to. */
export const cases: readonly KitCase[] = [
  {
    name: 'says who asks, and nobody of a guest',
    needs: ['me.read'],
    async run(subject) {
      const [ann, guest] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'guest')]);
      hold((await ann.call('me.read', {})).person !== null, 'a learner is somebody');
      same((await guest.call('me.read', {})).person, null, 'a guest is nobody');
    },
  },
  {
    name: 'has no thread for a subject that nobody talked about',
    needs: ['threads.read'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const view = await ann.call('threads.read', {subject: newSubject(), ...(subject.space && {space: subject.space})});
      same([view.thread, view.posts.items], [null, []], 'nothing is there');
    },
  },
  {
    name: 'makes the thread with the first post, whose id is its key',
    needs: posting,
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const key = newId();
      const about = newSubject();
      const made = await ann.call('posts.create', {subject: {key: about}, source: 'Hello', ...(subject.space && {space: subject.space})}, key);
      same(made.post.id, key, 'the id is the key');
      const view = await ann.call('threads.read', {subject: about, ...(subject.space && {space: subject.space})});
      same(view.posts.items.map(({id}) => id), [key], 'it is read back');
      same(view.thread?.subject.key, about, 'the thread is on its subject');
    },
  },
  {
    name: 'does an act once, however often it is sent, and answers the same',
    needs: posting,
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const key = newId();
      const about = newSubject();
      const input = {subject: {key: about}, source: 'Once', ...(subject.space && {space: subject.space})};
      const answers = await Promise.all([1, 2, 3].map(() => ann.call('posts.create', input, key)));
      answers.push(await ann.call('posts.create', input, key));
      for (const answer of answers) same(answer.post.id, key, 'every answer is of the one post');
      const view = await ann.call('threads.read', {subject: about, ...(subject.space && {space: subject.space})});
      same(view.posts.items.length, 1, 'one post is there');
      await refused(ann.call('posts.create', {...input, source: 'Another'}, key), 'idempotency-key-reused');
    },
  },
  {
    name: 'lets two first posts at once agree on one thread',
    needs: posting,
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const about = newSubject();
      const [first, second] = await Promise.all([ann.post(about, 'Ann was first'), bob.post(about, 'Bob was first')]);
      same(first.thread.id, second.thread.id, 'both are in one thread');
    },
  },
  {
    name: 'puts replies below what they answer, in the order of reading',
    needs: posting,
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const about = newSubject();
      const one = await ann.post(about, 'one');
      const two = await bob.post(about, 'two');
      const reply = await bob.post(about, 'reply to one', {parent: one.post.id});
      const deeper = await ann.post(about, 'reply to the reply', {parent: reply.post.id});
      const view = await ann.call('threads.read', {subject: about, ...(subject.space && {space: subject.space})});
      same(view.posts.items.map(({id}) => id), [one, reply, deeper, two].map(({post}) => post.id), 'depth first');
      same(view.posts.items.map(({depth}) => depth), [0, 1, 2, 0], 'depths');
      const positions = view.posts.items.map(({position}) => position);
      same(positions, positions.toSorted((a, b) => (a < b ? -1 : 1)), 'positions sort by code unit');
      await refused(ann.post(about, 'reply to nothing', {parent: newId()}), 'not-found');
    },
  },
  {
    name: 'gives content as a tree of allowed types, with HTML as the text that it is',
    needs: posting,
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const {post} = await ann.post(newSubject(), 'Some **bold** <img src=x onerror=alert(1)> [link](javascript:alert(1))');
      const open: ContentNode[] = post.content ? [post.content] : [];
      for (let node = open.pop(); node; node = open.pop()) {
        hold((contentTypes as readonly string[]).includes(node.type), `${node.type} is an allowed type`);
        if ('url' in node) hold(/^(https?|mailto|tel):/i.test(String(node.url)), `${String(node.url)} is an allowed address`);
        if ('children' in node) open.push(...node.children);
      }
    },
  },
  {
    name: 'refuses what is too long or empty, and says which field',
    needs: ['posts.create'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      await refused(ann.post(newSubject(), 'x'.repeat(20_001)), 'invalid', 'too-large');
      await refused(ann.post(newSubject(), '   '), 'invalid');
    },
  },
  {
    name: 'lets no guest post',
    needs: ['posts.create'],
    async run(subject) {
      const guest = await personAt(subject, 'guest');
      await refused(guest.post(newSubject(), 'Hello'), 'unauthenticated', 'forbidden');
    },
  },
  {
    name: 'pages from both ends without a gap or a double',
    needs: [...posting, 'posts.list'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const about = newSubject();
      const ids: string[] = [];
      for (let count = 0; count < 7; count++) ids.push((await ann.post(about, `post ${count}`)).post.id);
      const view = await ann.call('threads.read', {subject: about, limit: 3, ...(subject.space && {space: subject.space})});
      const thread = view.thread!.id;
      const seen = view.posts.items.map(({id}) => id);
      for (let {after} = view.posts; after !== null; ) {
        const page = await ann.call('posts.list', {thread, cursor: after, limit: 3});
        seen.push(...page.items.map(({id}) => id));
        ({after} = page);
      }
      same(seen, ids, 'from the start');
      const end = await ann.call('posts.list', {thread, from: 'end', limit: 3});
      const back = end.items.map(({id}) => id);
      for (let {before} = end; before !== null; ) {
        const page = await ann.call('posts.list', {thread, cursor: before, limit: 3});
        back.unshift(...page.items.map(({id}) => id));
        ({before} = page);
      }
      same(back, ids, 'from the end');
    },
  },
  {
    name: 'gives every post once in every order, with what its pages leave out',
    needs: [...posting, 'posts.list'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const about = newSubject();
      const first = await ann.post(about, 'root 0');
      const ids = [first.post.id];
      for (let count = 1; count < 4; count++) ids.push((await ann.post(about, `root ${count}`)).post.id);
      for (let count = 0; count < 12; count++) ids.push((await ann.post(about, `reply ${count}`, {parent: first.post.id})).post.id);
      for (const order of ['oldest', 'newest', 'helpful', 'unanswered'] as const) {
        const view = await ann.call('threads.read', {subject: about, order, limit: 2, ...(subject.space && {space: subject.space})});
        const seen = view.posts.items.map(({id}) => id);
        const open = [view.posts.after, ...(view.posts.rest ?? []).map(({after}) => after)];
        for (let cursor = open.shift(); cursor !== undefined; cursor = open.shift()) {
          if (cursor === null) continue;
          const page = await ann.call('posts.list', {thread: first.thread.id, cursor, limit: 5});
          seen.push(...page.items.map(({id}) => id));
          open.push(page.after, ...(page.rest ?? []).map(({after}) => after));
        }
        same(seen.toSorted(), ids.toSorted(), order);
      }
    },
  },
  {
    name: 'finds the posts of a thread by their words, and nothing by others',
    needs: [...posting, 'posts.search'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const about = newSubject();
      const {post, thread} = await ann.post(about, 'The gearbox is under the bench.');
      await ann.post(about, 'The ramp is outside.');
      same((await ann.call('posts.search', {thread: thread.id, text: 'bench gearbox'})).items.map(({id}) => id), [post.id], 'all of the words');
      same((await ann.call('posts.search', {thread: thread.id, text: 'gearbox ramp'})).items, [], 'words of two posts');
    },
  },
  {
    name: 'lets no learner pin, and takes steps for steps alone',
    needs: [...posting, 'posts.pin'],
    async run(subject) {
      const ann = await personAt(subject, 'ann');
      const about = newSubject();
      const {post} = await ann.post(about, '1. Hold the button\n2. Count to ten', {form: 'how-to'});
      same([post.form, post.tried], ['how-to', 0], 'the steps');
      await refused(ann.call('posts.pin', {post: post.id, on: true}, newId()), 'forbidden');
      await refused(ann.post(about, 'No steps', {form: 'how-to'}), 'invalid');
      const {post: plain} = await ann.post(about, 'A word');
      await refused(ann.post(about, 'I tried it', {form: 'tried', parent: plain.id}), 'invalid');
    },
  },
  {
    name: 'keeps the source byte for byte, and edits only the revision that was named',
    needs: [...posting, 'posts.edit', 'sources.read'],
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const source = '  Två  *trailing*  \n\n\ttab — “quotes” 👩‍🏫\u202e ';
      const {post} = await ann.post(newSubject(), source);
      same((await ann.call('sources.read', {post: post.id})).source, source, 'the source');
      const edited = await ann.call('posts.edit', {post: post.id, revision: post.revision, source: 'Edited'}, newId());
      hold(edited.post.version > post.version && edited.post.editedAt !== null, 'an edit is a newer version, and says when');
      await refused(ann.call('posts.edit', {post: post.id, revision: post.revision, source: 'Late'}, newId()), 'revision-conflict');
      await refused(bob.call('posts.edit', {post: post.id, revision: edited.post.revision, source: 'Not mine'}, newId()), 'forbidden');
    },
  },
  {
    name: 'takes the content of a removed post away, and keeps the place of one with replies',
    needs: [...posting, 'posts.remove'],
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const about = newSubject();
      const parent = await ann.post(about, 'with a reply');
      const child = await bob.post(about, 'the reply', {parent: parent.post.id});
      const alone = await ann.post(about, 'without one');
      await refused(bob.call('posts.remove', {post: alone.post.id}, newId()), 'forbidden');
      const {post} = await ann.call('posts.remove', {post: parent.post.id}, newId());
      same([post.state, post.content], ['removed', null], 'nothing is left of it');
      await ann.call('posts.remove', {post: alone.post.id}, newId());
      const view = await ann.call('threads.read', {subject: about, ...(subject.space && {space: subject.space})});
      same(view.posts.items.map(({id, state}) => [id, state]), [[post.id, 'removed'], [child.post.id, 'visible']], 'what is left');
    },
  },
  {
    name: 'counts a reaction once for each person',
    needs: [...posting, 'posts.react', 'mine.read'],
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const {post, thread} = await ann.post(newSubject(), 'Thank me');
      await bob.call('posts.react', {post: post.id, kind: 'thanks', on: true}, newId());
      const twice = await bob.call('posts.react', {post: post.id, kind: 'thanks', on: true}, newId());
      same(twice.post.reactions.thanks, 1, 'twice is once');
      same((await bob.call('mine.read', {thread: thread.id})).reactions, [{post: post.id, kind: 'thanks'}], 'it is Bob’s');
      const off = await bob.call('posts.react', {post: post.id, kind: 'thanks', on: false}, newId());
      same(off.post.reactions.thanks ?? 0, 0, 'taken back');
    },
  },
  {
    name: 'lets the asker accept several answers, and nobody else who only learns',
    needs: [...posting, 'posts.accept'],
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const about = newSubject();
      const question = await ann.post(about, 'How?', {kind: 'question', title: 'How do I do this?'});
      same(question.thread.question, question.post.id, 'the first post asks');
      const [one, two] = [await bob.post(about, 'So.'), await bob.post(about, 'Or so.')];
      await refused(bob.call('posts.accept', {post: one.post.id, on: true}, newId()), 'forbidden');
      for (const {post} of [one, two]) {
        const accepted = await ann.call('posts.accept', {post: post.id, on: true}, newId());
        same([accepted.post.accepted, accepted.thread.answered], [true, true], 'accepted');
      }
    },
  },
  {
    name: 'gives kudos once, counts them as they are, and lets one take them back',
    needs: ['me.read', 'kudos.list', 'kudos.give', 'kudos.withdraw'],
    async run(subject) {
      const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
      const {person} = await bob.call('me.read', {});
      const place = {subject: newSubject(), ...(subject.space && {space: subject.space})};
      const input = {to: [person!.id], subject: {key: place.subject}, message: 'Thanks.', ...(subject.space && {space: subject.space})};
      const count = async () => (await ann.call('kudos.list', place)).tally!.count;
      same(await count(), 0, 'nobody has thanked there');
      const key = newId();
      const answers = await Promise.all([1, 2, 3].map(() => ann.call('kudos.give', input, key)));
      for (const {kudos} of answers) same([kudos.id, kudos.state], [key, 'given'], 'every answer is of the one giving');
      same(await count(), 1, 'one is one');
      await refused(ann.call('kudos.give', {...input, to: [(await ann.call('me.read', {})).person!.id]}, newId()), 'kudos-to-oneself');
      await refused(bob.call('kudos.withdraw', {kudos: key}, newId()), 'forbidden');
      const {kudos} = await ann.call('kudos.withdraw', {kudos: key}, newId());
      same([kudos.state, kudos.message], ['withdrawn', null], 'nothing is left of it');
      same(await count(), 0, 'taken back');
    },
  },
];

/** The promise of the live feed, for a backend that has one. */
export const feedCase: KitCase = {
  name: 'tells of a post that came after what was read',
  needs: posting,
  async run(subject) {
    const [ann, bob] = await Promise.all([personAt(subject, 'ann'), personAt(subject, 'bob')]);
    const about = newSubject();
    const view = await ann.call('threads.read', {subject: about, ...(subject.space && {space: subject.space})});
    const stop = new AbortController();
    const told = new Promise<FeedEvent>(resolve => {
      void ann.backend.subscribe!([view.topic], [view.cursor], event => {
        if (event.type === 'change' && event.change.post) resolve(event);
      }, AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)])).catch(() => undefined);
    });
    const {post} = await bob.post(about, 'News');
    const timeout = new Promise<undefined>(resolve => AbortSignal.timeout(10_000).addEventListener('abort', () => resolve(undefined)));
    const event = await Promise.race([told, timeout]);
    stop.abort();
    same(event?.type === 'change' ? event.change.post?.id : undefined, post.id, 'the post that came');
  },
};
