import {isAllowed, type Action, type Checklist, type ChecklistProgress, type ChecklistRun, type ChecklistStep, type Id, type Input, type Output, type Role, type Space} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import {may} from './may.ts';
import {isSoundChecklist, isSoundProgress, isSoundRun} from './checklists-guard.ts';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import type {Watch} from './live-feed.ts';
import type {Outbox, OutboxEvent} from './outbox.ts';
import type {OutboxItem} from './outbox-item.ts';
import {perform} from './perform.ts';

export type {Checklist, ChecklistProgress, ChecklistRun, ChecklistStep} from '@social-learning/protocol';

/** Which checklist: by its id, or the one on a subject of a space (by slug, default the organisation's). */
export interface ChecklistPlace {
  readonly space?: string;
  readonly checklist?: Id;
  readonly subject?: string;
}

/** A step as one person sees it. */
export interface StepView {
  readonly step: ChecklistStep;
  /** Whether it is done, what is on its way included. */
  readonly done: boolean;
  /** The latest act on it that is not acknowledged, if there is one. */
  readonly pending: OutboxItem<'checklists.tick'> | undefined;
}

/** What is known of a checklist. What was shown stays shown while it is read anew. */
export type ChecklistState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      /** `null` where the subject has none. */
      readonly checklist: Checklist | null;
      readonly steps: readonly StepView[];
      /** How many of the steps are done. */
      readonly done: number;
      /** Whether it is finished, as far as is known: steps that came later take nothing back. */
      readonly finished: boolean;
      /** How far the others are; `null` while that is not known. */
      readonly others: Pick<ChecklistProgress, 'began' | 'finished' | 'people'> | null;
    };

/** What one writes. */
export type ChecklistWords = Pick<Input<'checklists.edit'>, 'title' | 'description' | 'steps'>;

/** A checklist. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface ChecklistStore {
  readonly place: ChecklistPlace;
  readonly $state: ReadableAtom<ChecklistState>;
  /** Whether the reader may tick steps. */
  readonly mayTick: boolean;
  /** Whether the reader may change the checklist. */
  readonly mayEdit: boolean;
  /** Whether the reader may make another one here. */
  readonly mayCreate: boolean;
  /** Ticks a step, or takes the tick back. Settles when the act is kept in the outbox, from where it is sent until it is acknowledged. */
  tick(step: Id, on: boolean): Promise<Id>;
  /** Tries a tick again that could not be made. */
  retry(id: Id): Promise<void>;
  /** Gives a tick up. */
  discard(id: Id): Promise<void>;
  /** Begins a checklist here, as a draft. Settles when it is known to the server, as what follows. */
  create(words: ChecklistWords, subject?: {readonly title?: string; readonly url?: string}): Promise<Checklist>;
  /** Changes one. @param revision The one that the change is based on. */
  edit(checklist: Id, revision: number, words: ChecklistWords): Promise<Checklist>;
  publish(checklist: Id, revision: number): Promise<Checklist>;
  archive(checklist: Id): Promise<Checklist>;
  reload(): Promise<void>;
}

/** Milliseconds between two looks for news where the backend has no live feed. */
const pollInterval = 15_000;

/** A checklist: the same store for the same place of a client. */
export function checklistOf(client: ClientCore, place: ChecklistPlace): ChecklistStore {
  return client.share(JSON.stringify(['checklist', place.space, place.checklist, place.subject]), () => createChecklistStore(client, place));
}

/** The published checklists of a space, a page of them. */
export async function listChecklists(client: ClientCore, input: Input<'checklists.list'> = {}): Promise<Output<'checklists.list'>> {
  const answer = await client.call('checklists.list', input);
  if (!answer.checklists?.items?.every(isSoundChecklist)) throw unsound();
  return answer;
}

function createChecklistStore(client: ClientCore, place: ChecklistPlace): ChecklistStore {
  const {environment} = client;
  const $state = atom<ChecklistState>({status: 'loading'});
  const named = place.space === undefined ? {} : {space: place.space};
  const editing = `checklists/${place.checklist ?? place.subject ?? ''}`;
  let space: Space | undefined;
  let checklist: Checklist | null = null;
  let run: ChecklistRun | undefined;
  let progress: ChecklistProgress | null = null;
  let outbox: Outbox | undefined;
  let watch: {readonly topic: string; readonly watch: Watch} | undefined;
  let mounted = new AbortController();
  let keeping: Promise<unknown> = Promise.resolve();

  const laneOf = (id: Id) => `checklist/${id}`;
  const ticks = (): OutboxItem<'checklists.tick'>[] =>
    checklist ? ((outbox?.items(laneOf(checklist.id)) ?? []) as OutboxItem<'checklists.tick'>[]) : [];
  const known = () => new Map(run?.checklist === checklist?.id ? run?.ticks.map(tick => [tick.step, tick]) : []);

  /** Shows what is known with what is on its way laid over it. */
  const show = () => {
    if (!space) return;
    const acknowledged = known();
    const pending = new Map(ticks().map(item => [item.input.step, item]));
    const steps = (checklist?.steps ?? []).map((step): StepView => {
      const item = pending.get(step.id);
      const done = item?.state === 'waiting' ? item.input.on : acknowledged.get(step.id)?.on ?? false;
      return {step, done, pending: item};
    });
    const done = steps.filter(({done: ticked}) => ticked).length;
    const takenBack = steps.some(({done: ticked, step}) => !ticked && acknowledged.get(step.id)?.on);
    $state.set({
      status: 'ready', space, checklist, steps, done, others: others(),
      finished: (steps.length > 0 && done === steps.length) || Boolean(run?.finishedAt && run.checklist === checklist?.id && !takenBack),
    });
  };

  /** How far people are, without the reader. */
  const others = () => {
    if (!progress || progress.checklist !== checklist?.id) return null;
    const me = client.me?.person?.id;
    const own = run?.checklist === checklist.id ? run : undefined;
    const finished = Boolean(own?.finishedAt) || progress.people.some(({id}) => id === me);
    const began = finished || Boolean(own?.ticks.some(({on}) => on));
    return {
      began: Math.max(0, progress.began - Number(began)), finished: Math.max(0, progress.finished - Number(finished)),
      people: progress.people.filter(({id}) => id !== me),
    };
  };

  const learnRun = (newer: unknown) => {
    if (isSoundRun(newer) && newer.checklist === checklist?.id && (run?.checklist !== newer.checklist || newer.version >= run.version)) run = newer;
  };
  const learnProgress = (newer: unknown) => {
    if (isSoundProgress(newer) && newer.checklist === checklist?.id && (progress?.checklist !== newer.checklist || newer.version >= progress.version)) progress = newer;
  };
  const learn = (newer: unknown) => {
    if (!isSoundChecklist(newer) || (checklist?.id === newer.id && newer.version < checklist.version)) return;
    checklist = newer;
  };

  /** Whether a checklist that changed is to be shown here. */
  const belongs = (changed: Checklist) =>
    changed.id === checklist?.id || changed.id === place.checklist ||
    (place.subject !== undefined && changed.subject?.key === place.subject && changed.space === space?.id);

  const follow = (topic: string, cursor: string) => {
    if (watch?.topic === topic) {
      watch.watch.resume(cursor);
      return;
    }
    watch?.watch.stop();
    watch = {topic, watch: client.feed.watch(topic, cursor, {
      onChange(change) {
        if (!isSoundChecklist(change.checklist) || !belongs(change.checklist)) return;
        // Another one on the same subject, or none any more: which is to be shown, the server says.
        if (change.checklist.id !== checklist?.id || (place.checklist === undefined && change.checklist.state === 'archived')) {
          void catchUp();
          return;
        }
        const steps = change.checklist.version > checklist.version;
        learn(change.checklist);
        learnProgress(change.progress);
        show();
        // An edit can finish what was nearly done.
        if (steps && client.me?.person) void catchUp();
      },
      onReset: () => void catchUp(),
    })};
  };

  const load = async (signal: AbortSignal) => {
    const which = place.checklist === undefined ? {...named, subject: place.subject!} : {checklist: place.checklist};
    const answer = await client.call('checklists.read', which, {signal});
    if (answer.checklist !== null && !isSoundChecklist(answer.checklist)) throw unsound();
    const id = answer.checklist?.id;
    const opened = answer.checklist !== null && answer.checklist.state !== 'draft';
    const [own, all] = await Promise.all([
      opened && client.me?.person && client.can('checklists.mine') ? client.call('checklists.mine', {checklist: id!}, {signal}) : undefined,
      opened && client.can('checklists.progress') ? client.call('checklists.progress', {checklist: id!}, {signal}) : undefined,
    ]);
    if (signal.aborted) return;
    ({space} = answer);
    if (checklist?.id !== id) checklist = null;
    if (answer.checklist) learn(answer.checklist);
    if (own) learnRun(own.run);
    if (all) learnProgress(all.progress);
    follow(answer.topic, answer.cursor);
    show();
  };

  const reload = async (): Promise<boolean> => {
    const {signal} = mounted;
    if ($state.value.status === 'failed') $state.set({status: 'loading'});
    try {
      await (place.checklist === undefined && place.subject === undefined ? begin(signal) : load(signal));
      return true;
    } catch (cause) {
      if (signal.aborted) return true;
      const error = toSocialLearningError(cause);
      if ($state.value.status === 'ready' && error.code !== 'not-found') return false;
      $state.set({status: 'failed', error});
      return error.code === 'not-found';
    }
  };

  /** After changes were missed: reads anew until that succeeds, since nothing else would tell them. */
  const catchUp = async () => {
    for (let failures = 0; !(await reload()); failures++) {
      await environment.wait(environment.random() * Math.min(5_000, 250 * 2 ** failures), mounted.signal);
    }
  };

  /** Where there is nothing to read: a place for a new checklist. */
  const begin = async (signal: AbortSignal) => {
    const {items} = await client.call('spaces.list', {}, {signal});
    const slug = place.space ?? client.me?.space.slug;
    space = items.find(candidate => candidate.slug === slug);
    if (!space) throw new SocialLearningError('not-found', 'There is no such space.');
    if (!signal.aborted) show();
  };

  const onOutbox = (event: OutboxEvent) => {
    if (!checklist || event.item.lane !== laneOf(checklist.id)) return;
    if (event.type === 'acknowledged') {
      const {run: newRun, progress: newProgress} = event.output as Output<'checklists.tick'>;
      learnRun(newRun);
      learnProgress(newProgress);
    } else if (event.type === 'changed' && event.item.error?.details.field === '/step') {
      // The step has gone in the meantime, and the tick with it.
      void outbox?.discard(event.item.id);
      void reload();
    }
    show();
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    let stopOutbox: (() => void) | undefined;
    let owner: string | undefined;
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      stopOutbox?.();
      outbox = undefined;
      run = undefined;
      void reload();
      if (!me?.person) return;
      void client.outbox().then(opened => {
        if (signal.aborted || opened?.owner !== client.owner) return;
        outbox = opened;
        stopOutbox = opened.listen(onOutbox);
        show();
      }).catch(() => undefined);
    });
    // What one ticked elsewhere comes by no feed.
    const stopWaking = environment.onWake(() => void reload());
    void (async () => {
      while (!client.backend.subscribe && !signal.aborted) {
        await environment.wait(pollInterval, signal);
        if (!signal.aborted) await reload();
      }
    })();
    return () => {
      mounted.abort();
      stopOutbox?.();
      outbox = undefined;
      stopMe();
      stopWaking();
      watch?.watch.stop();
      watch = undefined;
    };
  });

  const allows = (action: Action, own: boolean) => {
    const {me} = client;
    if (!space || !me?.person) return false;
    const circumstances = {me, space, thread: null, now: client.serverNow()};
    if (may(action, circumstances)) return true;
    const held: Role[] = [...me.roles, ...(me.memberships.find(({space: id}) => id === space!.id)?.roles ?? [])];
    return own && isAllowed(action, held, new Set(['readable', 'own']));
  };

  const opened = async () => {
    const box = await client.outbox();
    if (!box) throw new SocialLearningError('unauthenticated', 'Nobody is signed in.');
    return box;
  };

  const keep = async (id: Id | undefined, step: Id, on: boolean): Promise<Id> => {
    if (id === undefined) throw new SocialLearningError('not-found', 'There is no checklist.');
    const box = await opened();
    const lane = laneOf(id);
    const earlier = (box.items(lane) as OutboxItem<'checklists.tick'>[]).filter(({input}) => input.step === step);
    // More than every order that is known, so that a slow clock loses nothing.
    const order = Math.max(Math.floor(client.serverNow()), (known().get(step)?.order ?? 0) + 1, ...earlier.map(({input}) => input.order + 1));
    // One that could not be made is replaced by what is meant now.
    for (const {id: refused, state} of earlier) if (state === 'parked') await box.discard(refused);
    return (await box.add('checklists.tick', {checklist: id, step, on, order}, lane)).id;
  };

  const taken = (answer: {readonly checklist: Checklist}): Checklist => {
    if (!isSoundChecklist(answer.checklist)) throw unsound();
    if (place.subject !== undefined || place.checklist === answer.checklist.id) {
      learn(answer.checklist);
      show();
    }
    return answer.checklist;
  };

  return {
    place,
    $state: readonlyType($state),
    get mayTick() {
      return checklist?.state === 'published' && client.can('checklists.tick') && allows('checklist.tick', false);
    },
    get mayEdit() {
      return checklist !== null && checklist.state !== 'archived' && client.can('checklists.edit') &&
        allows('checklist.edit', checklist.author !== null && checklist.author.id === client.me?.person?.id);
    },
    get mayCreate() {
      return client.can('checklists.create') && allows('checklist.create', false);
    },
    tick(step, on) {
      const id = checklist?.id;
      // One after another, so that of two that come at once the later one has the higher order.
      const kept = keeping.then(() => keep(id, step, on));
      keeping = kept.catch(() => undefined);
      return kept;
    },
    async retry(id) {
      await (await opened()).retry(id);
    },
    async discard(id) {
      await (await opened()).discard(id);
    },
    async create(words, subject) {
      const about = place.subject === undefined ? {} : {subject: {key: place.subject, ...subject}};
      return taken(await perform(client, 'checklists.create', {...named, ...about, ...words}, editing));
    },
    async edit(id, revision, words) {
      return taken(await perform(client, 'checklists.edit', {checklist: id, revision, ...words}, editing));
    },
    async publish(id, revision) {
      const made = taken(await perform(client, 'checklists.publish', {checklist: id, revision}, editing));
      if (place.checklist !== undefined || place.subject !== undefined) await reload();
      return made;
    },
    async archive(id) {
      return taken(await perform(client, 'checklists.archive', {checklist: id}, editing));
    },
    reload: async () => void (await reload()),
  };
}

const unsound = () => new SocialLearningError('invalid-response', 'The checklist is not of the contract.');
