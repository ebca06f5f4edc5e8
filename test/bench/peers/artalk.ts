import type {Post} from '@social-learning/sdk';
import type {Peer} from './peer.ts';
import {versions} from './versions.ts';
import {markdownOf} from './words.ts';

/** Artalk reads Markdown from its server and parses it in the browser; it begins with the newest. */
export const artalk: Peer = {
  script: '/artalk.js',
  styles: '/artalk.css',
  place: () => undefined,
  answer({method, path, query: search}, posts) {
    const query = new URLSearchParams(search);
    switch (`${method} ${path}`) {
      case 'GET /api/v2/conf': return {frontend_conf: {}, version: {app: 'artalk', version: versions.artalk, commit_hash: ''}};
      case 'GET /api/v2/comments': {
        const [offset, limit] = [Number(query.get('offset')), Number(query.get('limit'))];
        const comments = posts.toReversed().slice(offset, offset + limit).map(toComment);
        return {comments, count: posts.length, roots_count: posts.length, page};
      }
      case 'POST /api/v2/pages/pv': return {pv: 1};
      default: return path.startsWith('/api/v2/votes/') ? {up: 1, down: 0, is_up: true, is_down: false} : undefined;
    }
  },
  shown: () => [...document.querySelectorAll('.atk-comment-wrap')],
  words: '.atk-content',
  live: {
    at: 'start',
    ready: () => globalThis.artalk !== undefined,
    insert: post => globalThis.artalk!.ctx.getData().insertComment(toComment(post)),
  },
};

declare global {
  /** What its entry made, for the bench to insert into. */
  var artalk: ReturnType<typeof import('artalk').default.init> | undefined;
}

const page = {id: 1, admin_only: false, key: 'bench', url: '/', title: 'Bench', site_name: 'Bench', vote_up: 0, vote_down: 0, pv: 1, date: '2026-01-01 00:00:00'};

function toComment(post: Post) {
  return {
    id: Number.parseInt(post.id.slice(-12), 16) + 1, content: markdownOf(post.content!), content_marked: '', user_id: 1, nick: post.author!.name, email_encrypted: post.author!.id,
    link: '', ua: '', date: post.createdAt.slice(0, 19).replace('T', ' '), is_collapsed: false, is_pending: false, is_pinned: false, is_allow_reply: true, is_verified: false, rid: 0,
    badge_name: '', badge_color: '', ip_region: '', visible: true, vote_up: post.reactions.thanks ?? 0, vote_down: 0, page_key: 'bench', page_url: '/', site_name: 'Bench',
  };
}
