import {msg} from '@lit/localize';
import type {ReactionKind} from '@social-learning/sdk';

/** The icon of each, in a square of 16. */
export const outlines: Readonly<Record<ReactionKind, string>> = {
  'thanks': 'M8 13.5S2.5 10.2 2.5 6.3A2.9 2.9 0 0 1 8 5a2.9 2.9 0 0 1 5.5 1.3C13.5 10.2 8 13.5 8 13.5Z',
  'insightful': 'M5.6 10.4a4.2 4.2 0 1 1 4.8 0V12H5.6ZM6.6 14.2h2.8',
  'me-too': 'M8 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM3.4 13.4a4.6 4.6 0 0 1 9.2 0',
  'celebrate': 'm8 2.4 1.6 3.6 3.9.4-2.9 2.6.8 3.9L8 10.9l-3.4 2 .8-3.9-2.9-2.6 3.9-.4Z',
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
