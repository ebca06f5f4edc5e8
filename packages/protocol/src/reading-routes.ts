/** What a page needs to read a conversation: a client carries no more than this until something else is asked for. */
export const readingRoutes = {
  'session.create': 'POST /v1/session',
  'me.read': 'GET /v1/me',
  'threads.read': 'GET /v1/thread',
  'mine.read': 'GET /v1/mine',
  'posts.list': 'GET /v1/posts',
} as const;
