import type {TargetType} from '@social-learning/protocol';
import {contentTarget} from './content.ts';
import {kudosTarget} from './kudos.ts';
import {personTarget} from './person.ts';
import {postTarget} from './post.ts';
import type {TargetKind} from './target.ts';

/** Everything that can be reported: a file and a line for each type. */
export const targetKinds: Readonly<Record<TargetType, TargetKind>> = {
  post: postTarget,
  kudos: kudosTarget,
  content: contentTarget,
  person: personTarget,
};
