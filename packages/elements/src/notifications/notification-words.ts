import {msg, str} from '@lit/localize';
import type {Notification, NotificationKind} from '@social-learning/sdk/notifications';

/** What happened, in one sentence. */
export function sayNotification({kind, from}: Notification): string {
  const who = from?.name ?? msg('Somebody who left');
  switch (kind) {
    case 'reply':
      return msg(str`${who} replied to you`);
    case 'answer':
      return msg(str`${who} answered your question`);
    case 'accepted':
      return msg(str`${who} accepted your answer`);
    case 'kudos':
      return msg(str`${who} thanked you`);
    case 'mentor-request':
      return msg(str`${who} asks you to be their mentor`);
    case 'mentor-answer':
      return from ? msg(str`${who} answered about mentoring`) : msg('You have got a mentor');
    case 'newcomer':
      return from ? msg(str`${who}, who is new and learns with you, posted for the first time`) : msg('Somebody new learns with you');
  }
}

/** A kind, to switch it on or off. */
export function sayKind(kind: NotificationKind): string {
  switch (kind) {
    case 'reply':
      return msg('Replies to what I wrote');
    case 'answer':
      return msg('Answers to my questions');
    case 'accepted':
      return msg('Answers of mine that helped');
    case 'kudos':
      return msg('Thanks to me');
    case 'mentor-request':
      return msg('Requests to me as a mentor');
    case 'mentor-answer':
      return msg('What became of my requests');
    case 'newcomer':
      return msg('Newcomers whom I mentor');
  }
}
