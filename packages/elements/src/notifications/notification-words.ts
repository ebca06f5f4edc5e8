import {msg, str} from '@lit/localize';
import type {Notification, NotificationKind} from '@social-learning/sdk/notifications';

/** What happened, in one sentence. */
export function sayNotification({kind, from, decision}: Notification): string {
  const who = from?.name ?? msg('Somebody who left');
  switch (kind) {
    case 'reply':
      return msg(str`${who} replied to you`);
    case 'answer':
      return msg(str`${who} answered your question`);
    case 'mention':
      return msg(str`${who} mentioned you`);
    case 'followed':
      return msg(str`${who} posted where you follow`);
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
    case 'decision':
      return sayDecision(decision?.action ?? null, decision?.target.type === 'kudos');
    case 'report':
      return msg('The moderators have dealt with what you reported. Thank you');
  }
}

/** What a moderator decided, to whose it is. */
function sayDecision(action: string | null, isKudos: boolean): string {
  switch (action) {
    case 'hide':
      return isKudos ? msg('A moderator hid kudos of yours') : msg('A moderator hid a post of yours');
    case 'remove':
      return isKudos ? msg('A moderator removed kudos of yours') : msg('A moderator removed a post of yours');
    case 'restore':
      return isKudos ? msg('A moderator shows kudos of yours again') : msg('A moderator shows a post of yours again');
    case 'approve':
      return msg('A moderator approved a post of yours');
    default:
      return msg('A moderator asks you to mind how we treat each other');
  }
}

/** A kind, to switch it on or off. */
export function sayKind(kind: NotificationKind): string {
  switch (kind) {
    case 'reply':
      return msg('Replies to what I wrote');
    case 'answer':
      return msg('Answers to my questions');
    case 'mention':
      return msg('Where somebody mentions me');
    case 'followed':
      return msg('News where I follow');
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
    case 'decision':
      return msg('What moderators decide about what is mine');
    case 'report':
      return msg('What becomes of my reports');
  }
}
