import type {Id, MentorshipNote} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {followNews} from './news.ts';
import {perform} from './perform.ts';

/** What is known of the notes of a mentorship: those that the reader may read. */
export type MentorshipNotesState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {readonly status: 'ready'; readonly notes: readonly MentorshipNote[]};

/** The notes of a mentorship. They are read with the first listener of `$state`, and followed until the last is gone. */
export interface MentorshipNotesStore {
  readonly $state: ReadableAtom<MentorshipNotesState>;
  /**
   * Writes a text in the place of the one that had a revision. Rejects with `revision-conflict` where the other was first: then what
   * they wrote is in `$state`.
   */
  write(side: MentorshipNote['side'], text: string, revision: number, onWaiting?: () => void): Promise<void>;
  reload(): Promise<void>;
}

/** The notes of a mentorship: the same store for the same client. */
export function mentorshipNotesOf(client: ClientCore, mentorship: Id): MentorshipNotesStore {
  return client.share(`mentorship-notes/${client.owner}/${mentorship}`, () => createMentorshipNotes(client, mentorship));
}

function createMentorshipNotes(client: ClientCore, mentorship: Id): MentorshipNotesStore {
  const $state = atom<MentorshipNotesState>({status: 'loading'});
  const news = followNews(client, 'mentoring', () => reload());
  let mounted = new AbortController();

  const reload = async () => {
    const {signal} = mounted;
    try {
      const answer = await client.call('mentorships.notes', {mentorship}, {signal});
      if (!Array.isArray(answer.notes) || !answer.notes.every(isSound)) throw new SocialLearningError('invalid-response', 'The notes are not of the contract.');
      if (signal.aborted) return;
      news.from(answer);
      $state.set({status: 'ready', notes: answer.notes});
    } catch (cause) {
      if (!signal.aborted && $state.value.status !== 'ready') $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    news.start(mounted.signal);
    const stopWaking = client.environment.onWake(() => void reload());
    void reload();
    return () => {
      mounted.abort();
      stopWaking();
    };
  });

  return {
    $state: readonlyType($state),
    async write(side, text, revision, onWaiting) {
      try {
        const {note} = await perform(client, 'mentorships.note', {mentorship, side, text, revision}, `mentorship-notes/${mentorship}/${side}`, onWaiting);
        const state = $state.value;
        if (state.status === 'ready') $state.set({status: 'ready', notes: state.notes.map(each => (each.side === side ? note : each))});
      } catch (cause) {
        const error = toSocialLearningError(cause);
        if (error.code === 'revision-conflict') await reload();
        throw error;
      }
    },
    reload,
  };
}

const isSound = ({side, text, revision}: MentorshipNote) => typeof side === 'string' && typeof text === 'string' && Number.isFinite(revision);
