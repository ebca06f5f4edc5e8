import {
  decisionsAbout, type AuditEntry, type Case, type DecisionAction, type Guidelines, type Id, type Input, type KudosRing, type Me, type Output, type Page, type Space,
} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {isSoundCase, isSoundGuidelines, isSoundRing} from './guard-moderation.ts';
import type {Watch} from './live-feed.ts';
import {perform} from './perform.ts';

export type {AuditEntry, Case, Decision, DecisionAction, Guidelines, KudosRing, Target} from '@social-learning/protocol';

/** What waits for the moderators of a space. What was shown stays shown while it is read anew. */
export type ModerationState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      readonly guidelines: Guidelines | null;
      /** Open ones, the oldest first; those that were decided while they were shown stay until they are put away. */
      readonly cases: readonly Case[];
      /** Whether there are more than were read. */
      readonly more: boolean;
    };

/** The queue of a space. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface ModerationStore {
  readonly $state: ReadableAtom<ModerationState>;
  /** Decides about a case as it is shown. Rejects with `decided-already` where somebody else was first. */
  decide(about: Case, action: DecisionAction, why?: {readonly reason?: string; readonly rule?: string}, onWaiting?: () => void): Promise<Case>;
  /** Takes a decided case off the list. */
  putAway(id: Id): void;
  /** Reads more of the queue. */
  more(): Promise<void>;
  /** A page of what was decided, the latest first. */
  decided(cursor?: string): Promise<Page<Case>>;
  /** Pairs who only thank each other; none where the backend does not look. */
  rings(): Promise<readonly KudosRing[]>;
  /** A page of the audit log, the latest first. */
  audit(cursor?: string): Promise<Page<AuditEntry>>;
  reload(): Promise<void>;
}

/** What can be decided about a case as it is. */
export function actionsFor({target, content: {post, kudos, item}}: Pick<Case, 'target' | 'content'>): readonly DecisionAction[] {
  const all: readonly DecisionAction[] = decisionsAbout[target.type] ?? [];
  if (target.type === 'person') return all;
  const fitting: Partial<Record<string, readonly DecisionAction[]>> = {
    pending: ['approve', 'hide', 'remove'], visible: ['hide', 'remove', 'dismiss'], given: ['hide', 'remove', 'dismiss'],
    published: ['hide', 'remove', 'dismiss'], hidden: ['restore', 'remove', 'dismiss'], archived: ['remove', 'dismiss'],
    removed: ['dismiss'], withdrawn: ['dismiss'], draft: [],
  };
  return fitting[(post ?? kudos ?? item)?.state ?? 'removed'] ?? all;
}

/** Whether a decision must say why: whoever it takes something from will read it. */
export function needsReason(action: DecisionAction): boolean {
  return action === 'hide' || action === 'remove' || action === 'warn';
}

/** The moderators' queue of a space. @param slug Default: the organisation's default space. */
export function createModeration(client: ClientCore, slug?: string): ModerationStore {
  const $state = atom<ModerationState>({status: 'loading'});
  const named = {...(slug !== undefined && {space: slug})};
  let watch: Watch | undefined;
  let mounted = new AbortController();
  let cursor: string | null = null;

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  /** Takes a case in; of two copies the newer one stands. */
  const learn = (about: Case) => {
    const state = ready();
    if (!state) return;
    const {cases} = state;
    const index = cases.findIndex(({id}) => id === about.id);
    if (index >= 0) {
      if (about.version > cases[index]!.version) $state.set({...state, cases: cases.with(index, about)});
    } else if (about.state === 'open') $state.set({...state, cases: [...cases, about]});
  };

  const begin = (answer: Output<'cases.list'>) => {
    if (answer.guidelines !== null && !isSoundGuidelines(answer.guidelines)) throw unsound();
    if (!answer.cases.items.every(isSoundCase)) throw unsound();
    cursor = answer.cases.after;
    const {space, guidelines, cases} = answer;
    $state.set({status: 'ready', space, guidelines, cases: cases.items, more: cursor !== null});
    if (watch) watch.resume(answer.cursor);
    else {
      watch = client.feed.watch(answer.topic, answer.cursor, {
        onChange(change) {
          if (isSoundCase(change.case)) learn(change.case);
        },
        onReset: () => void reload(),
      });
    }
  };

  const reload = async () => {
    const {signal} = mounted;
    try {
      if (!mayModerate(client.me)) throw new SocialLearningError('forbidden', 'This is for moderators.');
      const answer = await client.call('cases.list', {...named, limit: Math.min(100, Math.max(20, ready()?.cases.length ?? 0))}, {signal});
      if (!signal.aborted) begin(answer);
    } catch (cause) {
      if (!signal.aborted && !ready()) $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    let owner: string | undefined;
    const stopMe = client.$me.subscribe(({status}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      $state.set({status: 'loading'});
      void reload();
    });
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

  return {
    $state: readonlyType($state),
    async decide({target, revision}, action, {reason, rule} = {}, onWaiting) {
      const input: Input<'cases.decide'> = {
        ...named, target, revision, action, ...(reason?.trim() && {reason: reason.trim()}), ...(rule && {rule}),
      };
      try {
        const answer = await perform(client, 'cases.decide', input, `cases/${target.type}/${target.id}`, onWaiting);
        learn(answer.case);
        return answer.case;
      } catch (cause) {
        const error = toSocialLearningError(cause);
        if (error.code === 'decided-already' && ready()) await reload();
        throw error;
      }
    },
    putAway(id) {
      const state = ready();
      if (state) $state.set({...state, cases: state.cases.filter(about => about.id !== id || about.state === 'open')});
    },
    async more() {
      const state = ready();
      if (!state || cursor === null) return;
      const {cases} = await client.call('cases.list', {...named, cursor, limit: 20});
      cursor = cases.after;
      const known = new Set(ready()?.cases.map(({id}) => id));
      const now = ready();
      if (now) $state.set({...now, cases: [...now.cases, ...cases.items.filter(item => isSoundCase(item) && !known.has(item.id))], more: cursor !== null});
    },
    async decided(from) {
      const {cases} = await client.call('cases.list', {...named, state: 'decided', ...(from && {cursor: from})});
      if (!cases.items.every(isSoundCase)) throw unsound();
      return cases;
    },
    async rings() {
      if (!client.can('kudos.rings')) return [];
      const {rings} = await client.call('kudos.rings', named);
      return Array.isArray(rings) ? rings.filter(isSoundRing) : [];
    },
    audit: from => client.call('audit.list', {...named, ...(from && {cursor: from})}),
    reload,
  };
}

/** Whether somebody moderates anywhere: nobody else asks for a queue, since whoever does so in vain is written down. */
function mayModerate(me: Me | undefined): boolean {
  const held = [...(me?.roles ?? []), ...(me?.memberships.flatMap(({roles}) => roles) ?? [])];
  return held.some(role => role === 'moderator' || role === 'admin');
}

const unsound = () => new SocialLearningError('invalid-response', 'What waits for moderators is not of the contract.');
