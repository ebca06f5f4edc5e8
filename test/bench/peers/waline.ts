import type {Post} from '@social-learning/sdk';
import type {Peer} from './peer.ts';
import {markupOf} from './words.ts';

/** Waline gets HTML from its server. */
export const waline: Peer = {
  script: '/waline.js',
  styles: '/waline.css',
  place: () => undefined,
  answer({method, path, query: search}, posts) {
    const query = new URLSearchParams(search);
    if (path === '/api/article') return {errno: 0, errmsg: '', data: [{time: 1}]};
    if (method === 'PUT' && path.startsWith('/api/comment/')) return {errno: 0, errmsg: '', data: {}};
    if (path !== '/api/comment') return undefined;
    const [page, size] = [Number(query.get('page')), Number(query.get('pageSize'))];
    return {errno: 0, errmsg: '', data: {
      page, pageSize: size, count: posts.length, totalPages: Math.ceil(posts.length / size), data: posts.slice((page - 1) * size, page * size).map(toComment),
    }};
  },
  shown: () => [...document.querySelectorAll('.wl-cards .wl-card-item')],
  words: '.wl-content',
};

function toComment(post: Post) {
  return {
    objectId: Number.parseInt(post.id.slice(-12), 16) + 1, time: Date.parse(post.createdAt), comment: markupOf(post.content!), orig: '', like: post.reactions.thanks ?? 0,
    nick: post.author!.name, link: '', avatar: '/avatar.svg', status: 'approved', sticky: false, children: [],
  };
}
