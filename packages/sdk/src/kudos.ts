import {kudosWithdrawWithin, type Change, type Id, type Input, type Kudos, type KudosTally, type Output, type Person, type Space} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {toSocialLearningError, type SocialLearningError} from './errors.ts';
import {soundKudos} from './kudos-guard.ts';
import {kudosSource} from './kudos-source.ts';
import {may} from './may.ts';
import type {OutboxItem} from './outbox-item.ts';

export type {Kudos} from '@social-learning/protocol';

/** What the kudos are about: a person (by id, or as the host calls them), a post or a subject; or all kudos of the space. */
export interface KudosPlace {
  readonly space?: string;
  readonly person?: string;
  readonly post?: Id;
  readonly subject?: string;
}

/** What holds for one's own giving. */
export type KudosTerms = Output<'kudos.terms'>;

/** Kudos as one person sees them. */
export interface KudosView {
  readonly kudos: Kudos;
  /** Whether they are one's own. */
  readonly mine: boolean;
  /** The act on them that is not acknowledged, if there is one. */
  readonly pending: OutboxItem | undefined;
}

/** What is known of a place. What was shown stays shown while it is read anew. */
export type KudosState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      readonly about: Output<'kudos.list'>['about'];
      /** How many there are for what they are about, one's own on their way among them; `null` for a whole space. */
      readonly count: number | null;
      /** The latest first. */
      readonly items: readonly KudosView[];
      /** Whether there are older ones, and whether they are on their way. */
      readonly more: boolean;
      readonly paging: boolean;
      /** Why the last attempt to read more failed. */
      readonly error?: SocialLearningError;
    };

/** What one says in new kudos. `subject` describes the subject of the place. */
export interface NewKudos {
  readonly to: readonly Person[];
  readonly message: string;
  /** Key of a value of the organisation. */
  readonly value?: string;
  readonly subject?: {readonly title?: string; readonly url?: string};
}

/** The kudos of a place. They are read with the first listener of `$state`, and followed until the last is gone. */
export interface KudosStore {
  readonly place: KudosPlace;
  readonly $state: ReadableAtom<KudosState>;
  /** Whether the reader may give kudos here. */
  mayGive(): boolean;
  /** What holds for that: read anew each time. */
  terms(): Promise<KudosTerms>;
  /** Milliseconds for which kudos can still be withdrawn; 0 for those of others. */
  withdrawable(kudos: Kudos): number;
  /** Reads older ones; the outcome is in `$state`. */
  more(): Promise<void>;
  /** Reads everything shown anew; the outcome is in `$state`. */
  reload(): Promise<void>;
  /** Gives. Settles when the act is kept in the outbox, from where it is sent until it is acknowledged. */
  give(kudos: NewKudos): Promise<Id>;
  withdraw(id: Id): Promise<Id>;
  /** Tries an act again that could not be done. */
  retry(id: Id): Promise<void>;
  /** Gives an act up. Gives it back, with what was typed. */
  discard(id: Id): Promise<OutboxItem | undefined>;
}

const pageSize = 20;
const longestReading = 100;

/** The kudos of a place: the same store for the same place of a client. */
export function kudosOf(client: ClientCore, place: KudosPlace = {}): KudosStore {
  const name = JSON.stringify(['kudos', place.space, place.person, place.post, place.subject]);
  return client.share(name, () => createKudos(client, place));
}

function createKudos(client: ClientCore, place: KudosPlace): KudosStore {
  const {environment} = client;
  const source = kudosSource(client);
  const $state = atom<KudosState>({status: 'loading'});
  /** What everybody sees, by id. */
  const known = new Map<Id, Kudos>();
  /** People who were thanked here, so that what is on its way has names. */
  const names = new Map<Id, Person>();
  let tally: KudosTally | undefined;
  let after: string | null = null;
  let mounted = new AbortController();
  mounted.abort();

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);
  const me = () => client.me?.person ?? null;

  const isGiving = (item: OutboxItem): item is OutboxItem<'kudos.give'> => item.name === 'kudos.give';
  const isWithdrawal = (item: OutboxItem): item is OutboxItem<'kudos.withdraw'> => item.name === 'kudos.withdraw';

  const belongs = ({input}: OutboxItem<'kudos.give'>, about: Output<'kudos.list'>['about']) => {
    // Of which space a post is, its answer will say.
    if (place.post !== undefined || input.post !== undefined) return input.post === place.post;
    if (input.space !== place.space) return false;
    if (place.subject !== undefined) return input.subject?.key === place.subject;
    return place.person === undefined || (about?.type === 'person' && input.to?.includes(about.person.id) === true);
  };

  /** Kudos as they look while they are on their way. */
  const draft = ({id, input, order}: OutboxItem<'kudos.give'>, space: Space): Kudos => ({
    id, space: space.id, from: me(), to: (input.to ?? []).flatMap(person => names.get(person) ?? []), value: null,
    message: input.message, about: null, state: 'given', at: new Date(order).toISOString(), version: 0,
  });

  /** Shows what is known with what is on its way laid over it. */
  const show = (changes: Partial<Extract<KudosState, {status: 'ready'}>> = {}) => {
    const state = ready();
    if (!state) return;
    const own = me()?.id;
    const {pending} = source;
    const withdrawals = new Map(pending.filter(isWithdrawal).map(item => [item.input.kudos, item]));
    const givings = pending.filter(isGiving)
      .filter(item => !known.has(item.id) && withdrawals.get(item.id)?.state !== 'waiting' && belongs(item, state.about));
    const standing = [...known.values()].filter(({state: stands}) => stands === 'given').sort(latestFirst);
    const items = [
      ...givings.toReversed().map((item): KudosView => ({kudos: draft(item, state.space), mine: true, pending: item})),
      ...standing.filter(({id}) => withdrawals.get(id)?.state !== 'waiting')
        .map((kudos): KudosView => ({kudos, mine: kudos.from?.id === own && own !== undefined, pending: withdrawals.get(kudos.id)})),
    ];
    const added = givings.filter(item => item.state === 'waiting').length;
    const gone = standing.filter(({id}) => withdrawals.get(id)?.state === 'waiting').length;
    const count = tally ? Math.max(0, tally.count + added - gone) : null;
    $state.set({...state, ...changes, items, count});
  };

  const learn = (kudos: Kudos) => {
    if (kudos.version > (known.get(kudos.id)?.version ?? -1)) known.set(kudos.id, kudos);
    for (const person of kudos.to) names.set(person.id, person);
  };

  const learnTally = (newer: KudosTally | null | undefined) => {
    if (newer && newer.version >= (tally?.version ?? 0)) tally = newer;
  };

  /** Whether changed kudos are of this place, and of the part of it that was read. */
  const isShown = (kudos: Kudos, about: Output<'kudos.list'>['about'], space: Space) => {
    if (known.has(kudos.id)) return true;
    if (kudos.space !== space.id || kudos.state !== 'given') return false;
    if (about?.type === 'person' && !kudos.to.some(({id}) => id === about.person.id)) return false;
    if (about?.type === 'post' && !(kudos.about?.type === 'post' && kudos.about.post === about.post)) return false;
    if (about?.type === 'subject' && !(kudos.about?.type === 'subject' && kudos.about.subject.key === about.subject)) return false;
    const oldest = [...known.values()].sort(latestFirst).at(-1);
    return after === null || !oldest || latestFirst(kudos, oldest) < 0;
  };

  /** What came while the first page was on its way. */
  const held: Pick<Change, 'kudos' | 'tallies'>[] = [];

  const onChange = (change: Pick<Change, 'kudos' | 'tallies'>) => {
    const state = ready();
    if (!state) {
      held.push(change);
      return;
    }
    const {kudos, tallies} = soundKudos(change);
    const key = aboutKey(state.about);
    learnTally(tallies.find(candidate => candidate.kind === state.about?.type && candidate.key === key));
    if (kudos && isShown(kudos, state.about, state.space)) learn(kudos);
    show();
  };

  const input = (more: {cursor?: string; limit: number}): Input<'kudos.list'> => ({...place, ...more});

  const load = async (signal: AbortSignal) => {
    const oldest = [...known.values()].sort(latestFirst).at(-1);
    const versions = new Map([...known].map(([id, {version}]) => [id, version]));
    const answer = await source.read(input({limit: Math.max(pageSize, Math.min(known.size, longestReading))}), signal);
    const read = [...answer.kudos.items];
    let next = answer.kudos.after;
    // As far as it was shown: however many came since, nothing goes from under who reads it.
    while (next !== null && oldest && latestFirst(read.at(-1)!, oldest) < 0 && read.length < longestReading) {
      const {kudos} = await source.read(input({cursor: next, limit: pageSize}), signal);
      read.push(...kudos.items);
      next = kudos.after;
    }
    if (signal.aborted) return;
    const present = new Set(read.map(({id}) => id));
    // What came or changed while we read is newer than what we read.
    for (const [id, version] of versions) if (!present.has(id) && known.get(id)?.version === version) known.delete(id);
    for (const kudos of read) learn(kudos);
    learnTally(answer.tally);
    after = next;
    const {space, about} = answer;
    $state.set({status: 'ready', space, about, count: null, items: [], more: after !== null, paging: false});
    for (const change of held.splice(0)) onChange(change);
    show();
  };

  const reload = async (): Promise<boolean> => {
    const {signal} = mounted;
    if ($state.value.status === 'failed') $state.set({status: 'loading'});
    try {
      await load(signal);
      return true;
    } catch (cause) {
      if (signal.aborted) return true;
      const error = toSocialLearningError(cause);
      // What was removed must not stay on screen because it cannot be read any more.
      if (ready() && error.code !== 'gone') show({error});
      else $state.set({status: 'failed', error});
      return error.code === 'gone';
    }
  };

  /** After changes were missed: reads anew until that succeeds, since nothing else would tell them. */
  const catchUp = async () => {
    for (let failures = 0; !(await reload()); failures++) {
      await environment.wait(environment.random() * Math.min(5_000, 250 * 2 ** failures), mounted.signal);
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    source.join({onChange, onReset: () => void catchUp(), onPending: () => show()}, signal);
    void reload();
    const stopWaking = environment.onWake(() => {
      if ($state.value.status === 'failed') void reload();
    });
    return () => {
      mounted.abort();
      stopWaking();
    };
  });

  return {
    place,
    $state: readonlyType($state),
    mayGive() {
      const state = ready();
      const {me: who} = client;
      if (!state || !who?.person || !client.can('kudos.give')) return false;
      const {about, space} = state;
      const person = about?.type === 'person' ? about.person : about?.type === 'post' ? about.author : undefined;
      return person?.id !== who.person.id && may('kudos.give', {me: who, space, thread: null, now: client.serverNow()});
    },
    terms() {
      const space = ready()?.space.slug ?? place.space;
      return client.call('kudos.terms', space === undefined ? {} : {space});
    },
    withdrawable(kudos) {
      if (kudos.from === null || kudos.from.id !== me()?.id || kudos.state !== 'given' || !client.can('kudos.withdraw')) return 0;
      return Math.max(0, Date.parse(kudos.at) + kudosWithdrawWithin * 1_000 - client.serverNow());
    },
    async more() {
      const state = ready();
      const {signal} = mounted;
      if (!state || after === null || state.paging) return;
      const {error: _, ...rest} = state;
      $state.set({...rest, paging: true});
      try {
        const answer = await source.read(input({cursor: after, limit: pageSize}), signal);
        if (signal.aborted) return;
        ({after} = answer.kudos);
        for (const kudos of answer.kudos.items) learn(kudos);
        show({paging: false, more: after !== null});
      } catch (cause) {
        if (!signal.aborted) show({paging: false, error: toSocialLearningError(cause)});
      }
    },
    reload: async () => void (await reload()),
    async give({to, message, value, subject}) {
      for (const person of to) names.set(person.id, person);
      return source.act('kudos.give', {
        ...(place.space !== undefined && {space: place.space}),
        to: to.map(({id}) => id),
        ...(place.post !== undefined && {post: place.post}),
        ...(place.subject !== undefined && {subject: {key: place.subject, ...subject}}),
        ...(value !== undefined && {value}),
        message,
      });
    },
    withdraw: id => source.act('kudos.withdraw', {kudos: id}),
    retry: id => source.retry(id),
    discard: id => source.discard(id),
  };
}

/** The key by which a tally names what kudos are about. */
function aboutKey(about: Output<'kudos.list'>['about']): string | undefined {
  switch (about?.type) {
    case 'person':
      return about.person.id;
    case 'post':
      return about.post;
    case 'subject':
      return about.subject;
    default:
      return undefined;
  }
}

function latestFirst(a: Kudos, b: Kudos): number {
  return a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1;
}
