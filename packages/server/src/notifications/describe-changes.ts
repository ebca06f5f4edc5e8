import type {Describe} from '../feed/describe.ts';
import {isMentoringNews} from './news.ts';

/** Lines on a person's own topic: that there is news, and nothing of it. */
export const describeNews: Describe = () =>
  Promise.resolve(entry => ({everybody: [{about: isMentoringNews(entry) ? 'mentoring' : 'notifications'}]}));
