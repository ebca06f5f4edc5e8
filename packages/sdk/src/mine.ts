import type {Id, Notice, Output, Post, ReactionKind} from '@social-learning/protocol';

/** What is one person's own in a thread. */
export interface Mine {
  reactionsTo(id: Id): readonly ReactionKind[];
  react(id: Id, kind: ReactionKind, on: boolean): void;
  /** What is laid beside a post for this person. */
  marksOf(post: Post): {readonly notice?: Notice; readonly reported?: boolean};
  report(id: Id): void;
  /** Takes in what was read in place of what was known. Gives the posts that it is about. */
  replace(answer: Output<'mine.read'>): Set<Id>;
  /** Posts that not everybody sees, as they were read. */
  readonly posts: readonly Post[];
  /** Whether one follows the thread. */
  following: boolean;
  clear(): void;
}

const none: readonly ReactionKind[] = [];

export function createMine(): Mine {
  const reactions = new Map<Id, readonly ReactionKind[]>();
  const notices = new Map<Id, Notice>();
  const reported = new Set<Id>();
  let posts: readonly Post[] = [];
  const all = () => new Set([...reactions.keys(), ...notices.keys(), ...reported, ...posts.map(({id}) => id)]);

  const mine: Mine = {
    get posts() {
      return posts;
    },
    following: false,
    reactionsTo: id => reactions.get(id) ?? none,
    react(id, kind, on) {
      const others = mine.reactionsTo(id).filter(other => other !== kind);
      reactions.set(id, on ? [...others, kind] : others);
    },
    marksOf({id}) {
      const notice = notices.get(id);
      return {...(notice && {notice}), ...(reported.has(id) && {reported: true})};
    },
    report: id => reported.add(id),
    replace(answer) {
      const touched = all();
      mine.clear();
      for (const {post, kind} of answer.reactions) mine.react(post, kind, true);
      for (const notice of answer.notices ?? []) notices.set(notice.target.id, notice);
      for (const id of answer.reported ?? []) reported.add(id);
      posts = answer.posts ?? [];
      mine.following = answer.following ?? false;
      return new Set([...touched, ...all()]);
    },
    clear() {
      reactions.clear();
      notices.clear();
      reported.clear();
      posts = [];
      mine.following = false;
    },
  };
  return mine;
}

/** Whether a copy of a post is one that not everybody sees. */
export function isInside({state, content}: Post): boolean {
  return state === 'pending' || (state === 'hidden' && content !== null);
}

/** A post as everybody sees it, of a copy that not everybody sees; `undefined` where everybody sees nothing. */
export function outsideOf(post: Post): Post | undefined {
  return post.state === 'pending' ? undefined : {...post, author: null, content: null, accepted: false, reactions: {}};
}
