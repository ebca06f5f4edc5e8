import {msg} from '@lit/localize';
import type {ReactionKind} from '@social-learning/sdk';

/** What a reaction says, in the reader's language. */
export function reactionName(kind: ReactionKind): string {
  switch (kind) {
    case 'thanks':
      return msg('Thanks');
    case 'insightful':
      return msg('Insightful');
    case 'me-too':
      return msg('Me too');
    case 'celebrate':
      return msg('Celebrate');
  }
}
