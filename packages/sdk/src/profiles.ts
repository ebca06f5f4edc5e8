import type {Input, OwnProfile, Profile, ProfileField, Space} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {hasNumbers, isObject, isPerson, isSpace} from './guard.ts';
import {perform} from './perform.ts';

export type {OwnProfile, Profile, ProfileField} from '@social-learning/protocol';

/** Every field that can be kept to oneself, in the order in which one chooses among them. */
export const profileFields = ['location', 'timeZone', 'languages', 'skills', 'joined', 'kudos'] as const satisfies readonly ProfileField[];

/** All that one says of oneself. */
export type ProfileWish = Omit<Input<'people.edit'>, 'space'>;

/** What is known of a person. What was shown stays shown while it is read anew. */
export type ProfileState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      /** `null` where nobody is there. */
      readonly profile: Profile | null;
      /** Whether somebody was there, and has left. */
      readonly left: boolean;
      /** On one's own: what nobody else is told. */
      readonly own: OwnProfile | null;
    };

/** A person, as seen in a space. Read with the first listener of `$state`, and again whenever the page comes back to life. */
export interface ProfileStore {
  readonly $state: ReadableAtom<ProfileState>;
  /** Says who one is. Settles when the server knows it. @param onWaiting Told when it is kept and tried again later. */
  edit(wish: ProfileWish, onWaiting?: () => void): Promise<void>;
  reload(): Promise<void>;
}

/** The profile of a person: the same store for the same place. @param person An id, or what the host calls them. Default: the reader. */
export function profileOf(client: ClientCore, person?: string, slug?: string): ProfileStore {
  return client.share(JSON.stringify(['profile', person, slug]), () => createProfile(client, person, slug));
}

function createProfile(client: ClientCore, person?: string, slug?: string): ProfileStore {
  const $state = atom<ProfileState>({status: 'loading'});
  const named = {...(slug !== undefined && {space: slug})};
  let mounted = new AbortController();

  const reload = async () => {
    const {signal} = mounted;
    try {
      const answer = await client.call('people.read', {...named, ...(person !== undefined && {person})}, {signal});
      const {space, profile, left, own} = answer;
      if (!isSpace(space) || (profile !== null && !isSoundProfile(profile)) || (own !== null && !isSoundOwn(own))) throw unsound();
      if (!signal.aborted) $state.set({status: 'ready', space, profile, left: left === true, own});
    } catch (cause) {
      if (!signal.aborted && $state.value.status !== 'ready') $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    let owner: string | undefined;
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      // Who signs in sees what is theirs to see, and nothing of who was there before.
      $state.set({status: 'loading'});
      if (me?.person) void reload();
      else $state.set({status: 'failed', error: new SocialLearningError('unauthenticated', 'Nobody is signed in.')});
    });
    const stopWaking = client.environment.onWake(() => void reload());
    return () => {
      mounted.abort();
      stopMe();
      stopWaking();
    };
  });

  return {
    $state: readonlyType($state),
    async edit(wish, onWaiting) {
      const {space, profile, left, own} = await perform(client, 'people.edit', {...named, ...wish}, 'profile', onWaiting);
      if (profile !== null && isSoundProfile(profile)) $state.set({status: 'ready', space, profile, left, own});
    },
    reload,
  };
}

const areTexts = (value: unknown) => Array.isArray(value) && value.every(each => typeof each === 'string');
const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

/** Whether a profile has the shapes that views rely on. */
function isSoundProfile(value: unknown): value is Profile {
  if (!isObject(value) || !isPerson(value['person']) || !hasNumbers(value, 'version')) return false;
  const {title, location, timeZone, languages, skills, joined, kudos, mentor} = value;
  return [title, location, timeZone, joined, mentor].every(isTextOrNull) && areTexts(languages) && areTexts(skills) &&
    (kudos === null || Number.isFinite(kudos));
}

function isSoundOwn(value: unknown): value is OwnProfile {
  return isObject(value) && typeof value['listed'] === 'boolean' && areTexts(value['hidden']);
}

const unsound = () => new SocialLearningError('invalid-response', 'What was told of a person is not of the contract.');
