import {msg} from '@lit/localize';
import type {ReactionKind} from '@social-learning/sdk';

/** The sign of a reaction, drawn by the reader's own system. */
export const reactionSigns: Readonly<Record<ReactionKind, string>> = {
  'thanks': '🙏',
  'insightful': '💡',
  'me-too': '✋',
  'celebrate': '🎉',
};

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
