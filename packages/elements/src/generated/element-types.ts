// Written by `npm run build` from the elements. Change them instead.

import type {ChecklistElement} from '../checklist/checklist.ts';
import type {ContentElement} from '../content/content.ts';
import type {GuidelinesElement} from '../guidelines/guidelines.ts';
import type {KudosElement} from '../kudos/kudos.ts';
import type {KudosWallElement} from '../kudos-wall/kudos-wall.ts';
import type {LeaderboardElement} from '../leaderboard/leaderboard.ts';
import type {MentorCard} from '../mentor-card/mentor-card.ts';
import type {MentorFinder} from '../mentor-finder/mentor-finder.ts';
import type {ModerationElement} from '../moderation/moderation.ts';
import type {NotificationsElement} from '../notifications/notifications.ts';
import type {ProfileElement} from '../profile/profile.ts';
import type {Provider} from '../provider/provider.ts';
import type {ThreadElement} from '../thread/thread.ts';
import type {UploaderElement} from '../uploader/uploader.ts';
import type {ChecklistFinishedEvent, ChecklistPublishedEvent, ContentOpenEvent, GuidelinesAgreedEvent, KudosGiveEvent, KudosGivenEvent, MentorshipChangedEvent, CaseDecidedEvent, NotificationOpenEvent, ProfileChangedEvent, ProviderChangedEvent, ThreadLoadedEvent, PostSendEvent, PostSentEvent, ContentSharedEvent} from '../index.ts';

/** The class of each tag. */
export interface ElementClasses {
  'sl-checklist': ChecklistElement;
  'sl-content': ContentElement;
  'sl-guidelines': GuidelinesElement;
  'sl-kudos': KudosElement;
  'sl-kudos-wall': KudosWallElement;
  'sl-leaderboard': LeaderboardElement;
  'sl-mentor-card': MentorCard;
  'sl-mentor-finder': MentorFinder;
  'sl-moderation': ModerationElement;
  'sl-notifications': NotificationsElement;
  'sl-profile': ProfileElement;
  'sl-provider': Provider;
  'sl-thread': ThreadElement;
  'sl-uploader': UploaderElement;
}

/** What each tag takes: attributes, and properties by their own name. */
export interface ElementProperties {
  'sl-checklist': {
    /** Id of a checklist. */
    'checklist'?: ChecklistElement['checklist'];
    /** Key of a subject, whose checklist is shown. Default, where no checklist is named: the page's canonical URL. */
    'subject'?: ChecklistElement['subject'];
    /** Title of the subject, for lists that name it. Default: that of the page. */
    'subjectTitle'?: ChecklistElement['subjectTitle'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: ChecklistElement['space'];
    /** Whether a new one is to be written where there is none. Without a `subject` it is on none. */
    'create'?: ChecklistElement['create'];
    /** Level of the title in the outline of the page, from 2 to 6. */
    'headingLevel'?: ChecklistElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: ChecklistElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Title of the subject, for lists that name it. Default: that of the page. */
    'subject-title'?: ChecklistElement['subjectTitle'];
    /** Level of the title in the outline of the page, from 2 to 6. */
    'heading-level'?: ChecklistElement['headingLevel'];
  };
  'sl-content': {
    /** Id of the one item to show. Without it a list is shown. */
    'item'?: ContentElement['item'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: ContentElement['space'];
    /** Key of the subject whose items are listed. Default: all of the space. */
    'subject'?: ContentElement['subject'];
    /** Whether the reader's own items are listed, drafts included. */
    'own'?: ContentElement['own'];
    /** Whether a conversation stands below an item: `on` or `off`. */
    'conversation'?: ContentElement['conversation'];
    /** Words above a list. Default: "Shared here". */
    'heading'?: ContentElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: ContentElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: ContentElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: ContentElement['headingLevel'];
  };
  'sl-guidelines': {
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: GuidelinesElement['space'];
    /** Words above the rules. Default: "How we treat each other". */
    'heading'?: GuidelinesElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: GuidelinesElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: GuidelinesElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: GuidelinesElement['headingLevel'];
  };
  'sl-kudos': {
    /** The person whom the kudos are for: the id, or what the host calls them (the `sub` of their tokens). */
    'to'?: KudosElement['to'];
    /** The post that the kudos are for: `post:` and its id. */
    'for'?: KudosElement['for'];
    /** Key of the subject that the kudos are about. Default, without `to` and `for`: the canonical address of the page. */
    'subject'?: KudosElement['subject'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: KudosElement['space'];
    /** How much it shows: a `button` with words, an `icon` with a number, or a `card` with the latest kudos. */
    'variant'?: KudosElement['variant'];
    /** Level of the heading of the card in the outline of the page, from 2 to 6. */
    'headingLevel'?: KudosElement['headingLevel'];
    /** Title of what is talked about, as the wall shows it. Default: the title of the page. */
    'subjectTitle'?: KudosElement['subjectTitle'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: KudosElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of the heading of the card in the outline of the page, from 2 to 6. */
    'heading-level'?: KudosElement['headingLevel'];
    /** Title of what is talked about, as the wall shows it. Default: the title of the page. */
    'subject-title'?: KudosElement['subjectTitle'];
  };
  'sl-kudos-wall': {
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: KudosWallElement['space'];
    /** Words above the wall. Default: "Kudos". */
    'heading'?: KudosWallElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: KudosWallElement['headingLevel'];
    /** How many kudos it shows before it is asked for more. */
    'shown'?: KudosWallElement['shown'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: KudosWallElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: KudosWallElement['headingLevel'];
  };
  'sl-leaderboard': {
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: LeaderboardElement['space'];
    /** What is shown: the people `near` the reader, the `top`, or `teams`. */
    'view'?: LeaderboardElement['view'];
    /** The calendar period: `week`, `month`, `quarter`, `year`, or `all`. */
    'period'?: LeaderboardElement['period'];
    /** Words above the board. Default: "Leaderboard". */
    'heading'?: LeaderboardElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: LeaderboardElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: LeaderboardElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: LeaderboardElement['headingLevel'];
  };
  'sl-mentor-card': {
    /** Whose card: an id, or what the host calls the person. Default: the reader's own. */
    'person'?: MentorCard['person'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: MentorCard['space'];
    /** How much it shows: `compact` a line, `card` what they help with, `full` also all that is between the two. */
    'variant'?: MentorCard['variant'];
    /** Level of the name as a heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: MentorCard['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: MentorCard['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of the name as a heading in the outline of the page, from 2 to 6. */
    'heading-level'?: MentorCard['headingLevel'];
  };
  'sl-mentor-finder': {
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: MentorFinder['space'];
    /** Words above it. Default: "Find a mentor". */
    'heading'?: MentorFinder['heading'];
    /** Level of that heading in the outline of the page, from 2 to 5. */
    'headingLevel'?: MentorFinder['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: MentorFinder['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 5. */
    'heading-level'?: MentorFinder['headingLevel'];
  };
  'sl-moderation': {
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: ModerationElement['space'];
    /** Words above the queue. Default: "Moderation" with the name of the space. */
    'heading'?: ModerationElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: ModerationElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: ModerationElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: ModerationElement['headingLevel'];
  };
  'sl-notifications': {
    /** Level of the panel's heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: NotificationsElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: NotificationsElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of the panel's heading in the outline of the page, from 2 to 6. */
    'heading-level'?: NotificationsElement['headingLevel'];
  };
  'sl-profile': {
    /** Whose profile: an id, or what the host calls the person (the `sub` of their tokens). Default: the reader's own. */
    'person'?: ProfileElement['person'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: ProfileElement['space'];
    /** How much it shows: `compact` a line, `card` what one meets people by, `full` also their mentoring. */
    'variant'?: ProfileElement['variant'];
    /** Level of the name as a heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: ProfileElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: ProfileElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of the name as a heading in the outline of the page, from 2 to 6. */
    'heading-level'?: ProfileElement['headingLevel'];
  };
  'sl-provider': {
    /** Address of the backend. Default: the page's, which is where `sl.js` came from. */
    'backend'?: Provider['backend'];
    /** Address on the host's server that answers `{"token": "..."}`, asked by `POST` with the page's own cookies. */
    'tokenEndpoint'?: Provider['tokenEndpoint'];
    /** Slug of the space of the elements inside. Default: the organisation's. */
    'space'?: Provider['space'];
    /** Asks for a host token, instead of `token-endpoint`. `null` when nobody is signed in. */
    'getToken'?: Provider['getToken'];
    /** The client of the elements inside. Set it to bring one of your own. */
    'client'?: Provider['client'];
    /** Address on the host's server that answers `{"token": "..."}`, asked by `POST` with the page's own cookies. */
    'token-endpoint'?: Provider['tokenEndpoint'];
  };
  'sl-thread': {
    /** Key of what is talked about: any stable text. Default: the canonical address of the page. */
    'subject'?: ThreadElement['subject'];
    /** Slug of the space. Default: that of the provider around, or the organisation's. */
    'space'?: ThreadElement['space'];
    /** Whether the first post asks something that others answer. A thread keeps the kind that it began with. */
    'kind'?: ThreadElement['kind'];
    /** Words above the conversation. Default: the title of the question, or "Conversation". */
    'heading'?: ThreadElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: ThreadElement['headingLevel'];
    /** The end to begin from: `start`, or `end` for the newest posts. */
    'from'?: ThreadElement['from'];
    /** The order of the posts that reply to none: `oldest`, `newest`, `helpful` (accepted and thanked first) or `unanswered`. Readers may choose
another. It comes before `from`, unless it is `oldest`. */
    'order'?: ThreadElement['order'];
    /** How close things stand: `comfortable`, or `compact` for lists beside other things. */
    'density'?: ThreadElement['density'];
    /** Title of what is talked about, as lists show it. Default: the title of the page. */
    'subjectTitle'?: ThreadElement['subjectTitle'];
    /** Most posts that are fetched without being asked for; beyond them there is a button. */
    'fetchAhead'?: ThreadElement['fetchAhead'];
    /** Says where a conversation stands that was found, such as a similar question. Default: the address of its subject. */
    'addressOf'?: ThreadElement['addressOf'];
    /** Other markup for parts of a post: its avatar, its body, and further actions. */
    'renderers'?: ThreadElement['renderers'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: ThreadElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: ThreadElement['headingLevel'];
    /** Title of what is talked about, as lists show it. Default: the title of the page. */
    'subject-title'?: ThreadElement['subjectTitle'];
    /** Most posts that are fetched without being asked for; beyond them there is a button. */
    'fetch-ahead'?: ThreadElement['fetchAhead'];
  };
  'sl-uploader': {
    /** Slug of the space in which it is shared. Default: that of the provider around, or the organisation's. */
    'space'?: UploaderElement['space'];
    /** Key of the subject on which it is shared. Default: none, so that it is shared in the space. */
    'subject'?: UploaderElement['subject'];
    /** Words above. Default: "Share something". */
    'heading'?: UploaderElement['heading'];
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'headingLevel'?: UploaderElement['headingLevel'];
    /** Client to use. Default: that of the provider around, or the page's. */
    'client'?: UploaderElement['client'];
    /** Language of the words (BCP 47). Default: that of the place where it stands. */
    'lang'?: string;
    /** Level of that heading in the outline of the page, from 2 to 6. */
    'heading-level'?: UploaderElement['headingLevel'];
  };
}

/** What each tag sends. */
export interface ElementEvents {
  'sl-checklist': {
    /** The reader has ticked the last step. */
    'sl-checklist-finished': ChecklistFinishedEvent;
    /** The reader has published a checklist, or changed one that was. */
    'sl-checklist-published': ChecklistPublishedEvent;
  };
  'sl-content': {
    /** An item of a list is about to be opened; cancel it to open it elsewhere. */
    'sl-content-open': ContentOpenEvent;
  };
  'sl-guidelines': {
    /** A person agreed to them. */
    'sl-guidelines-agreed': GuidelinesAgreedEvent;
  };
  'sl-kudos': {
    /** A person is about to give kudos; cancelable. */
    'sl-kudos-give': KudosGiveEvent;
    /** Kudos were kept and are on their way. */
    'sl-kudos-given': KudosGivenEvent;
  };
  'sl-kudos-wall': {
  };
  'sl-leaderboard': {
  };
  'sl-mentor-card': {
    /** A mentorship was asked for, answered or ended here. */
    'sl-mentorship-changed': MentorshipChangedEvent;
  };
  'sl-mentor-finder': {
  };
  'sl-moderation': {
    /** The moderator who reads it decided about something. */
    'sl-case-decided': CaseDecidedEvent;
  };
  'sl-notifications': {
    /** A notification was chosen; cancelable. */
    'sl-notification-open': NotificationOpenEvent;
  };
  'sl-profile': {
    /** Whoever uses the page has changed their own profile here. */
    'sl-profile-changed': ProfileChangedEvent;
  };
  'sl-provider': {
    /** The elements inside use another backend, person or space from now on. */
    'sl-provider-changed': ProviderChangedEvent;
  };
  'sl-thread': {
    /** The conversation was read and is shown. */
    'sl-thread-loaded': ThreadLoadedEvent;
    /** A person is about to post; cancelable. */
    'sl-post-send': PostSendEvent;
    /** A post was kept and is on its way. */
    'sl-post-sent': PostSentEvent;
  };
  'sl-uploader': {
    /** Something was shared, or kept as a draft. */
    'sl-content-shared': ContentSharedEvent;
  };
}
