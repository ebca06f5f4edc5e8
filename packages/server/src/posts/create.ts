import type {Input} from '@social-learning/protocol';
import {subjectHash} from '../feed/topics.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {hashInput} from '../intents/intent.ts';
import {Batcher} from '../internal/batcher.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {createBatch} from './create-batch.ts';
import type {Creation} from './creation.ts';
import {settleMentions} from './mentions.ts';
import {parseSource} from './parse-source.ts';
import {settlePictures} from './pictures.ts';
import {RecentThreads} from './recent-threads.ts';

const largestBatch = 100;

/** Makes the command `posts.create`. What arrives while one batch is under way goes together in the next. */
export function createPostCreator(services: Services): (caller: Caller, key: string, input: Input<'posts.create'>) => Promise<string> {
  const recent = new RecentThreads();
  const batcher = new Batcher<Creation, string>(
    items => createBatch(services, recent, items),
    // A reply to a post of the same batch must find it in the database.
    (batch, {input: {parent}}) => batch.length < largestBatch && !batch.some(({intent}) => intent.key === parent),
  );

  return async (caller, key, input) => {
    const {person} = signedIn(caller);
    const space = readableSpace(caller, input.space);
    // Before anything is asked of the database, as if the thread were open; its state is looked at under its lock.
    demand('post.create', caller, space, spaceFacts(caller, space).add('open'));
    const hash = subjectHash(input.subject.key);
    const {store: {db}} = services;
    const organisation = caller.organisation.id;
    const creation: Creation = {
      caller, space, hash, input,
      intent: {organisation, person: person.id, key, endpoint: 'posts.create', body: hashInput('posts.create', input)},
      topic: services.topics.of(organisation, space.id, hash),
      content: await settlePictures(
        db, organisation, person.id, key, await settleMentions(db, organisation, space, parseSource(input.source)),
      ),
    };
    return services.turns.take(`${organisation} ${person.id} ${key}`, () => batcher.add(creation));
  };
}

