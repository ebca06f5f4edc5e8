import {msg, str} from '@lit/localize';
import type {Id, PostPatch} from '@social-learning/sdk';
import {sayNumber} from '../internal/times.ts';

/** Milliseconds between two sentences about other people's posts. */
const pace = 10_000;

/** Says to a screen reader what happens: one's own post at once, other people's gathered and seldom. */
export class PostAnnouncer {
  readonly #say: (text: string) => void;
  readonly #sending = new Set<Id>();
  #since = Infinity;
  #news = 0;
  #waiting = false;
  #last = 0;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /** From when on a post is news, in milliseconds of the server's time. */
  begin(now: number): void {
    this.#since = now;
  }

  hear({added, changed}: PostPatch, me: Id | undefined): void {
    for (const {post, pending} of [...added, ...changed]) {
      const isNew = pending?.name === 'posts.create';
      if (isNew) this.#sending.add(post.id);
      else if (post.version > 0 && this.#sending.delete(post.id)) this.#say(post.state === 'pending' ? msg('It waits for a moderator.') : msg('Posted.'));
    }
    for (const {post} of added) {
      if (post.version > 0 && post.author?.id !== me && Date.parse(post.createdAt) > this.#since) this.#news++;
    }
    if (this.#news === 0 || this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => this.#tell(), Math.max(500, this.#last + pace - Date.now()));
  }

  #tell(): void {
    this.#waiting = false;
    this.#last = Date.now();
    const news = this.#news;
    this.#news = 0;
    this.#say(news === 1 ? msg('1 new post.') : msg(str`${sayNumber(news)} new posts.`));
  }
}
