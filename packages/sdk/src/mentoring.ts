import type {Id, Input, MentorProfile, MentorReason, Mentorship, Output, Person, Space} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {isSoundMentorship, isSoundProfile} from './guard-mentoring.ts';
import {may} from './may.ts';
import {followNews} from './news.ts';
import {perform} from './perform.ts';

export type {MentorProfile, MentorReason, Mentorship, MentorshipNote, MentorshipState} from '@social-learning/protocol';

export {mentorshipNotesOf, type MentorshipNotesState, type MentorshipNotesStore} from './mentorship-notes.ts';

/** What a mentor says of themselves, with what a server adds left out. */
export type MentorOffer = Omit<Input<'mentors.offer'>, 'space'>;

/** What is known of a mentor. What was shown stays shown while it is read anew. */
export type MentorState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      /** `null` where nobody is there. */
      readonly person: Person | null;
      /** `null` for who offers nothing here. */
      readonly profile: MentorProfile | null;
      /** The latest between this mentor and the reader. */
      readonly mentorship: Mentorship | null;
      /** Whether it is the reader. */
      readonly own: boolean;
      /** On one's own: everybody with whom one learns, or learned, on either side; the latest first. */
      readonly mentorships: readonly Mentorship[];
      /** Days in which a request is to be answered. */
      readonly requestDays: number;
    };

/** A mentor in a space. It is read with the first listener of `$state`, and again whenever the page comes back to life. */
export interface MentorStore {
  readonly $state: ReadableAtom<MentorState>;
  /** Whether the reader may offer to be a mentor here. */
  readonly mayOffer: boolean;
  /** Says what one offers. Settles when it is known to the server, as all acts here. */
  offer(offer: MentorOffer): Promise<void>;
  /** Asks this mentor. */
  ask(goal: string, message: string): Promise<void>;
  /** Accepts or declines a request. Rejects with `mentor-unavailable` where no place is left. */
  answer(mentorship: Id, accept: boolean, note?: string): Promise<void>;
  /** Completes a mentorship, or takes a request back. */
  end(mentorship: Id, note?: string): Promise<void>;
  reload(): Promise<void>;
}

/** @param person An id, or what the host calls them. Default: the reader. @param slug Of the space. Default: the organisation's. */
export function createMentor(client: ClientCore, person?: string, slug?: string): MentorStore {
  const $state = atom<MentorState>({status: 'loading'});
  const named = {...(slug !== undefined && {space: slug})};
  const lane = `mentoring/${slug ?? ''}/${person ?? ''}`;
  const news = followNews(client, 'mentoring', () => reload());
  let mounted = new AbortController();

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  const read = async (signal: AbortSignal) => {
    const answer: Output<'mentors.read'> = await client.call('mentors.read', {...named, ...(person !== undefined && {person})}, {signal});
    const {space, profile, mentorship, requestDays} = answer;
    if ((profile !== null && !isSoundProfile(profile)) || (mentorship !== null && !isSoundMentorship(mentorship))) throw unsound();
    const own = answer.person !== null && answer.person.id === client.me?.person?.id;
    const {items: mentorships} = own ? await client.call('mentorships.list', named, {signal}) : {items: []};
    if (!mentorships.every(isSoundMentorship)) throw unsound();
    if (signal.aborted) return;
    news.from(answer);
    $state.set({status: 'ready', space, person: answer.person, profile, mentorship, own, mentorships, requestDays});
  };

  const reload = async () => {
    const {signal} = mounted;
    try {
      await read(signal);
    } catch (cause) {
      if (!signal.aborted && !ready()) $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    let owner: string | undefined;
    // Nobody but who is signed in has anything to read here.
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      news.from({});
      if (me?.person) void reload();
      else $state.set({status: 'failed', error: new SocialLearningError('unauthenticated', 'Nobody is signed in.')});
    });
    const stopWaking = client.environment.onWake(() => void reload());
    news.start(signal);
    return () => {
      mounted.abort();
      stopMe();
      stopWaking();
    };
  });

  /** Shows a mentorship as it is now, and reads again what changes with it. */
  const learn = (changed: Mentorship) => {
    const state = ready();
    if (state) {
      $state.set({
        ...state,
        mentorship: !state.own && changed.mentor?.id === state.person?.id ? changed : state.mentorship,
        mentorships: state.mentorships.map(each => (each.id === changed.id && changed.version >= each.version ? changed : each)),
      });
    }
    void reload();
  };

  return {
    $state: readonlyType($state),
    get mayOffer() {
      const {space} = ready() ?? {};
      const {me} = client;
      return Boolean(space && me && client.can('mentors.offer') && may('mentor.offer', {me, space, thread: null, now: client.serverNow()}));
    },
    async offer(offer) {
      const {profile} = await perform(client, 'mentors.offer', {...named, ...offer}, lane);
      const state = ready();
      if (state?.own) $state.set({...state, profile});
    },
    async ask(goal, message) {
      const {person: mentor} = ready() ?? {};
      if (!mentor) return;
      const input = {...named, mentor: mentor.id, goal: goal.trim(), ...(message.trim() && {message: message.trim()})};
      learn((await perform(client, 'mentorships.request', input, lane)).mentorship);
    },
    async answer(mentorship, accept, note) {
      const input = {mentorship, accept, ...(note?.trim() && {note: note.trim()})};
      learn((await perform(client, 'mentorships.answer', input, lane)).mentorship);
    },
    async end(mentorship, note) {
      learn((await perform(client, 'mentorships.end', {mentorship, ...(note?.trim() && {note: note.trim()})}, lane)).mentorship);
    },
    reload,
  };
}

/** What to look for among the mentors of a space. */
export interface MentorSearch {
  readonly text: string;
  readonly skills: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  /** Only those with a place. */
  readonly available: boolean;
}

export type MentorsState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      readonly items: readonly {readonly profile: MentorProfile; readonly reasons: readonly MentorReason[]}[];
      readonly facets: Output<'mentors.list'>['facets'];
      readonly total: number;
      /** Whether there are more than were read. */
      readonly more: boolean;
      /** Whether another search is under way. */
      readonly searching: boolean;
      /** Why the last search failed, where it did. */
      readonly error?: SocialLearningError;
    };

/** The mentors of a space, as somebody looks for one. */
export interface MentorsStore {
  readonly $state: ReadableAtom<MentorsState>;
  readonly search: MentorSearch;
  /** Looks for something else. Of several searches the last one stands. */
  find(search: Partial<MentorSearch>): Promise<void>;
  more(): Promise<void>;
  reload(): Promise<void>;
}

const everybody: MentorSearch = {text: '', skills: [], topics: [], languages: [], available: false};

/** @param speaks Languages of the reader (BCP 47), which weigh. @param timeZone Theirs. */
export function createMentors(
  client: ClientCore, slug: string | undefined, {speaks = [], timeZone}: {readonly speaks?: readonly string[]; readonly timeZone?: string} = {},
): MentorsStore {
  const $state = atom<MentorsState>({status: 'loading'});
  let search = everybody;
  let cursor: string | null = null;
  let current = new AbortController();

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);
  const list = (words: readonly string[]) => words.join(',');
  const query = (): Input<'mentors.list'> => ({
    ...(slug !== undefined && {space: slug}),
    ...(search.text.trim() && {text: search.text.trim()}),
    ...(search.skills.length > 0 && {skills: list(search.skills)}),
    ...(search.topics.length > 0 && {topics: list(search.topics)}),
    ...(search.languages.length > 0 && {languages: list(search.languages)}),
    ...(speaks.length > 0 && {speaks: list(speaks)}),
    ...(timeZone && {timeZone}),
    ...(search.available && {available: 'true' as const}),
  });
  const ask = async (input: Input<'mentors.list'>, signal: AbortSignal) => {
    const answer = await client.call('mentors.list', input, {signal});
    if (!answer.items.every(({profile}) => isSoundProfile(profile))) throw unsound();
    return answer;
  };

  const reload = async () => {
    current.abort();
    const {signal} = (current = new AbortController());
    const before = ready();
    if (before) $state.set({...before, searching: true});
    else $state.set({status: 'loading'});
    try {
      const {space, items, facets, total, after} = await ask(query(), signal);
      if (signal.aborted) return;
      cursor = after;
      $state.set({status: 'ready', space, items, facets, total, more: after !== null, searching: false});
    } catch (cause) {
      if (signal.aborted) return;
      const error = toSocialLearningError(cause);
      const state = ready();
      $state.set(state ? {...state, searching: false, error} : {status: 'failed', error});
    }
  };

  onMount($state, () => {
    let owner: string | undefined;
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      if (me?.person) void reload();
      else $state.set({status: 'failed', error: new SocialLearningError('unauthenticated', 'Nobody is signed in.')});
    });
    return () => {
      current.abort();
      stopMe();
    };
  });

  return {
    $state: readonlyType($state),
    get search() {
      return search;
    },
    async find(change) {
      search = {...search, ...change};
      await reload();
    },
    async more() {
      const state = ready();
      if (!state || cursor === null) return;
      const {signal} = current;
      const {items, after} = await ask({...query(), cursor}, signal);
      if (signal.aborted) return;
      cursor = after;
      const known = new Set(state.items.map(({profile}) => profile.person.id));
      $state.set({...state, items: [...state.items, ...items.filter(({profile}) => !known.has(profile.person.id))], more: after !== null});
    },
    reload,
  };
}

const unsound = () => new SocialLearningError('invalid-response', 'What was told of mentors is not of the contract.');
