import type {Guidelines, Input, Output, Rule, Space} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {isSoundGuidelines} from './guard-moderation.ts';
import type {Watch} from './live-feed.ts';
import {may} from './may.ts';
import {perform} from './perform.ts';

export type {Guidelines, Rule} from '@social-learning/protocol';

/** What is known of the guidelines of a space. What was shown stays shown while it is read anew. */
export type GuidelinesState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      /** `null` where the space has none. */
      readonly guidelines: Guidelines | null;
      /** The latest version that the reader agreed to. */
      readonly accepted: number | null;
    };

/** The guidelines of a space. They are read with the first listener of `$state`, and followed until the last is gone. */
export interface GuidelinesStore {
  readonly $state: ReadableAtom<GuidelinesState>;
  /** Whether the reader has to agree before the first post. */
  readonly mustAgree: boolean;
  /** Whether the reader may publish another version. */
  readonly mayPublish: boolean;
  /** Agrees to the version that is shown. What waited for it is sent. */
  agree(): Promise<void>;
  /** Puts a new version in force. @param revision The version that it is based on; 0 for the first. */
  publish(rules: readonly Rule[], required: boolean, revision: number): Promise<void>;
  /** Reads a version of old. */
  read(version: number): Promise<Guidelines | null>;
  reload(): Promise<void>;
}

/** The guidelines of a space: the same store for the same client and space. @param space Default: the organisation's. */
export function guidelinesOf(client: ClientCore, space?: string): GuidelinesStore {
  return client.share(JSON.stringify(['guidelines', space]), () => createGuidelines(client, space));
}

function createGuidelines(client: ClientCore, slug: string | undefined): GuidelinesStore {
  const $state = atom<GuidelinesState>({status: 'loading'});
  const named = {...(slug !== undefined && {space: slug})};
  const lane = `guidelines/${slug ?? ''}`;
  let watch: Watch | undefined;
  let mounted = new AbortController();

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);
  const begin = (answer: Output<'guidelines.read'>) => {
    const {space, guidelines, accepted} = answer;
    $state.set({status: 'ready', space, guidelines, accepted});
    if (watch) watch.resume(answer.cursor);
    else {
      watch = client.feed.watch(answer.topic, answer.cursor, {
        onChange({guidelines: changed}) {
          const state = ready();
          if (state && isSoundGuidelines(changed) && changed.version > (state.guidelines?.version ?? 0)) $state.set({...state, guidelines: changed});
        },
        onReset: () => void reload(),
      });
    }
  };

  const reload = async () => {
    const {signal} = mounted;
    try {
      const answer = await client.call('guidelines.read', named, {signal});
      if (answer.guidelines !== null && !isSoundGuidelines(answer.guidelines)) throw new SocialLearningError('invalid-response', 'The guidelines are not of the contract.');
      if (!signal.aborted) begin(answer);
    } catch (cause) {
      if (!signal.aborted && !ready()) $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    let owner = client.owner;
    // Who else signs in has agreed to something else.
    const stopMe = client.$me.subscribe(() => {
      if (client.owner === owner) return;
      ({owner} = client);
      void reload();
    });
    void reload();
    const stopWaking = client.environment.onWake(() => {
      if ($state.value.status === 'failed') void reload();
    });
    return () => {
      mounted.abort();
      stopMe();
      stopWaking();
      watch?.stop();
      watch = undefined;
    };
  });

  /** Sends what was refused because its author had not agreed yet. */
  const sendWaiting = async (space: Space) => {
    const outbox = await client.outbox();
    for (const item of outbox?.items() ?? []) {
      const {space: itsSpace = client.me?.space.slug} = item.input as Input<'posts.create'>;
      if (item.error?.code === 'guidelines-not-accepted' && itsSpace === space.slug) await outbox?.retry(item.id);
    }
  };

  return {
    $state: readonlyType($state),
    get mustAgree() {
      const {guidelines, accepted} = ready() ?? {};
      return Boolean(client.me?.person && guidelines?.required && guidelines.version !== accepted);
    },
    get mayPublish() {
      const state = ready();
      return Boolean(state && client.me && client.can('guidelines.publish') &&
        may('guidelines.publish', {me: client.me, space: state.space, thread: null, now: client.serverNow()}));
    },
    async agree() {
      const {guidelines, space} = ready() ?? {};
      if (!guidelines || !space) return;
      try {
        const {accepted} = await perform(client, 'guidelines.accept', {...named, version: guidelines.version}, lane);
        const state = ready();
        if (state) $state.set({...state, accepted});
        await sendWaiting(space);
      } catch (cause) {
        const error = toSocialLearningError(cause);
        // They changed while they were read: the new ones must be seen first.
        if (error.code === 'revision-conflict') await reload();
        throw error;
      }
    },
    async publish(rules, required, revision) {
      const {guidelines} = await perform(client, 'guidelines.publish', {...named, revision, required, rules: [...rules]}, lane);
      const state = ready();
      if (state) $state.set({...state, guidelines});
    },
    async read(version) {
      const {guidelines} = await client.call('guidelines.read', {...named, version});
      return isSoundGuidelines(guidelines) ? guidelines : null;
    },
    reload,
  };
}
