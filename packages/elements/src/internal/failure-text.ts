import {msg, str} from '@lit/localize';
import type {FailureCode, FailureDetails} from '@social-learning/sdk';

/** A failure as one sentence in the reader's language that says what to do. */
export function failureText(code: FailureCode, details: FailureDetails = {}): string {
  switch (code) {
    case 'network':
    case 'timeout':
      return msg('The server cannot be reached just now.');
    case 'unavailable':
    case 'internal':
      return msg('The server has a problem just now.');
    case 'invalid-response':
      return msg('Something between this page and the server answered in its place. You may have to sign in to the network.');
    case 'rate-limited':
    case 'in-flight':
      return msg('That was a lot at once. It goes on in a moment.');
    case 'unauthenticated':
    case 'token-expired':
    case 'token-invalid':
      return msg('You are signed out. Sign in on this page to go on.');
    case 'token-clock-skew':
      return msg('The clock of this site’s server is wrong, so you could not be signed in. Its administrator can mend that.');
    case 'person-changed':
      return msg('Somebody else is signed in now.');
    case 'forbidden':
      return msg('You may not do that here.');
    case 'locked':
      return msg('This conversation is locked.');
    case 'guidelines-not-accepted':
      return msg('Agree to the guidelines of this space first. What you wrote is kept, and sent then.');
    case 'reported-already':
      return msg('You have reported this already, and the moderators are looking at it.');
    case 'decided-already':
      return details.decidedBy === undefined
        ? msg('Somebody else has decided about this in the meantime.')
        : msg(str`${details.decidedBy} has decided about this in the meantime.`);
    case 'edit-window-closed':
      return msg('The time in which this could be edited is over.');
    case 'not-found':
      return msg('This is not there, or not for you to see.');
    case 'gone':
      return details.field?.startsWith('/to') ? msg('Somebody you thank has left.') : msg('This post was removed.');
    case 'kudos-to-oneself':
      return msg('Kudos are for others: one cannot thank oneself.');
    case 'kudos-allowance-spent':
      return msg(str`That is more than the ${details.limit ?? ''} people whom one can thank in a week. It begins anew on Monday.`);
    case 'kudos-pair-limit':
      return msg('You have thanked the same person as often as one can for now. Thank somebody else, or wait a while.');
    case 'withdrawal-closed':
      return msg('Kudos can be taken back for five minutes, and those are over.');
    case 'revision-conflict':
      return msg('This post was edited elsewhere in the meantime.');
    case 'checklist-closed':
      return msg('This checklist is not in use any more.');
    case 'mentor-unavailable':
      return msg('There is no place left just now.');
    case 'mentorship-exists':
      return msg('You have asked already, or learn together.');
    case 'mentorship-requests':
      return msg('You wait for several answers already. Take one request back first.');
    case 'mentorship-closed':
      return msg('This was answered, taken back or ended in the meantime.');
    case 'quota-spent':
      return msg('There is no room left for it. Remove something that you have shared.');
    case 'unsupported-media-type':
      return msg('Files like this are not taken here.');
    case 'too-deep':
      return msg('This reply chain is as deep as it can be. Reply one level higher.');
    case 'too-large':
    case 'invalid':
      return details.limit === undefined
        ? msg('Something in it cannot be taken as it is.')
        : msg(str`It is longer than ${details.limit} characters.`);
    default:
      return msg('That did not work.');
  }
}
