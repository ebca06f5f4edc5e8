import type {ActName, EndpointName, Input} from '@social-learning/protocol';
import type {Caller} from '../identity/caller.ts';
import {archiveChecklist, createChecklist, editChecklist, publishChecklist} from '../checklists/commands.ts';
import {listChecklists, readChecklist, readChecklistProgress, readChecklistRun} from '../checklists/queries.ts';
import {tickChecklist} from '../checklists/tick.ts';
import {acceptGuidelines, publishGuidelines} from '../guidelines/commands.ts';
import {readGuidelines} from '../guidelines/queries.ts';
import {createSession} from '../identity/create-session.ts';
import {describeCaller} from '../identity/me.ts';
import {carryOut, type Deed} from '../intents/carry-out.ts';
import {joinSpace} from '../memberships/commands.ts';
import {answerMentoring, endMentoring, offerMentoring, requestMentoring} from '../mentoring/commands.ts';
import type {MentorQuery} from '../mentoring/match.ts';
import {readMentorshipNotes, writeMentorshipNote} from '../mentoring/notes.ts';
import {listMentors, listMentorships, readMentor} from '../mentoring/queries.ts';
import {archiveContent, createContent, editContent, publishContent, removeContent} from '../content-items/commands.ts';
import {listContent, listOwnContent, readContent, readContentTerms} from '../content-items/queries.ts';
import {giveKudos, withdrawKudos} from '../kudos/commands.ts';
import {listKudos, readKudosTerms} from '../kudos/queries.ts';
import {chooseLeaderboard} from '../leaderboard/commands.ts';
import {readLeaderboard} from '../leaderboard/queries.ts';
import {setPointsRule} from '../points/commands.ts';
import {listPoints, readPointsRules} from '../points/queries.ts';
import {listKudosRings} from '../kudos/rings.ts';
import {chooseNotifications, readNotifications} from '../notifications/commands.ts';
import {listNotifications} from '../notifications/queries.ts';
import {listPeople} from '../people/queries.ts';
import {editPerson} from '../profiles/commands.ts';
import {readPerson} from '../profiles/queries.ts';
import {createReport, decideCase} from '../moderation/commands.ts';
import {listNotices} from '../moderation/notices.ts';
import {listAudit, listCases, listReports} from '../moderation/queries.ts';
import {readFile} from '../files/shown-file.ts';
import {searchPosts} from '../posts/search.ts';
import {acceptAnswer, editPost, pinPost, removePost} from '../posts/commands.ts';
import {createPostCreator} from '../posts/create.ts';
import {listPosts, listRevisions, readSource} from '../posts/queries.ts';
import {sayPresence} from '../presence/say.ts';
import {react} from '../reactions/commands.ts';
import type {Services} from '../services.ts';
import {listSpaces} from '../spaces/queries.ts';
import type {Trx} from '../store/transaction.ts';
import {followThread} from '../follows/commands.ts';
import {lockThread} from '../threads/commands.ts';
import {readMine} from '../threads/mine.ts';
import {listThreads, readThread} from '../threads/queries.ts';
import {searchThreads} from '../threads/search.ts';
import type {Answer} from './answer.ts';

/** A request that was let in: who asks, what for (checked against the schema), and with acts the idempotency key. */
export interface Call {
  readonly caller: Caller;
  readonly input: unknown;
  readonly key: string;
}

export type Handler = (call: Call) => Promise<Answer>;

/** One handler for each endpoint but `session.create`, which needs no caller. */
export function createHandlers(services: Services): Record<Exclude<EndpointName, 'session.create'>, Handler> {
  const create = createPostCreator(services);
  const act = <Name extends ActName>(
    name: Name, command: (services: Services, caller: Caller, input: Input<Name>, trx: Trx, key: string) => Promise<Deed<Name>>,
  ): Handler => async ({caller, input, key}) => ({
    json: await carryOut(services, caller, name, key, input as Input<Name>, trx => command(services, caller, input as Input<Name>, trx, key)),
  });
  const plain = <Name extends EndpointName>(query: (caller: Caller, input: Input<Name>) => object | Promise<object>): Handler =>
    async ({caller, input}) => ({json: JSON.stringify(await query(caller, input as Input<Name>))});

  return {
    'me.read': plain(caller => describeCaller(caller, services.now())),
    'spaces.list': plain(caller => listSpaces(caller)),
    'threads.read': async ({caller, input}) => ({shared: await readThread(services, caller, input as Input<'threads.read'>)}),
    'threads.list': plain<'threads.list'>((caller, input) => listThreads(services, caller, input)),
    'threads.search': plain<'threads.search'>((caller, input) => searchThreads(services, caller, input)),
    'posts.search': plain<'posts.search'>((caller, input) => searchPosts(services, caller, input)),
    'posts.pin': act('posts.pin', pinPost),
    'threads.lock': act('threads.lock', lockThread),
    'threads.follow': act('threads.follow', followThread),
    'mine.read': plain<'mine.read'>((caller, input) => readMine(services, caller, input)),
    'posts.list': async ({caller, input}) => ({shared: await listPosts(services, caller, input as Input<'posts.list'>)}),
    'posts.create': async ({caller, input, key}) => ({json: await create(caller, key, input as Input<'posts.create'>)}),
    'posts.edit': act('posts.edit', editPost),
    'posts.remove': act('posts.remove', removePost),
    'posts.react': act('posts.react', react),
    'posts.accept': act('posts.accept', acceptAnswer),
    'checklists.read': plain<'checklists.read'>((caller, input) => readChecklist(services, caller, input)),
    'checklists.list': plain<'checklists.list'>((caller, input) => listChecklists(services, caller, input)),
    'checklists.mine': plain<'checklists.mine'>((caller, input) => readChecklistRun(services, caller, input)),
    'checklists.progress': plain<'checklists.progress'>((caller, input) => readChecklistProgress(services, caller, input)),
    'checklists.create': act('checklists.create', createChecklist),
    'checklists.edit': act('checklists.edit', editChecklist),
    'checklists.publish': act('checklists.publish', publishChecklist),
    'checklists.archive': act('checklists.archive', archiveChecklist),
    'checklists.tick': act('checklists.tick', tickChecklist),
    'guidelines.read': plain<'guidelines.read'>((caller, input) => readGuidelines(services, caller, input)),
    'guidelines.publish': act('guidelines.publish', publishGuidelines),
    'guidelines.accept': act('guidelines.accept', acceptGuidelines),
    'reports.create': act('reports.create', createReport),
    'reports.list': plain<'reports.list'>((caller, input) => listReports(services, caller, input)),
    'cases.list': plain<'cases.list'>((caller, input) => listCases(services, caller, input)),
    'cases.decide': act('cases.decide', decideCase),
    'notices.list': plain<'notices.list'>((caller, input) => listNotices(services, caller, input)),
    'audit.list': plain<'audit.list'>((caller, input) => listAudit(services, caller, input)),
    'revisions.list': plain<'revisions.list'>((caller, input) => listRevisions(services, caller, input)),
    'presence.say': plain<'presence.say'>((caller, input) => sayPresence(services, caller, input)),
    'sources.read': plain<'sources.read'>((caller, input) => readSource(services, caller, input)),
    'spaces.join': act('spaces.join', joinSpace),
    'mentors.list': plain((caller, input) => listMentors(services, caller, input as MentorQuery)),
    'mentors.read': plain<'mentors.read'>((caller, input) => readMentor(services, caller, input)),
    'mentors.offer': act('mentors.offer', offerMentoring),
    'mentorships.list': plain<'mentorships.list'>((caller, input) => listMentorships(services, caller, input)),
    'mentorships.request': act('mentorships.request', requestMentoring),
    'mentorships.answer': act('mentorships.answer', answerMentoring),
    'mentorships.end': act('mentorships.end', endMentoring),
    'mentorships.notes': plain<'mentorships.notes'>((caller, input) => readMentorshipNotes(services, caller, input)),
    'mentorships.note': act('mentorships.note', writeMentorshipNote),
    'notifications.list': plain<'notifications.list'>((caller, input) => listNotifications(services, caller, input)),
    'notifications.read': act('notifications.read', readNotifications),
    'notifications.choose': act('notifications.choose', chooseNotifications),
    'people.read': plain<'people.read'>((caller, input) => readPerson(services, caller, input)),
    'people.edit': act('people.edit', editPerson),
    'people.list': plain<'people.list'>((caller, input) => listPeople(services, caller, input)),
    'kudos.list': async ({caller, input}) => ({shared: await listKudos(services, caller, input as Input<'kudos.list'>)}),
    'kudos.give': act('kudos.give', giveKudos),
    'kudos.withdraw': act('kudos.withdraw', withdrawKudos),
    'content.list': async ({caller, input}) => ({shared: await listContent(services, caller, input as Input<'content.list'>)}),
    'content.own': plain<'content.own'>((caller, input) => listOwnContent(services, caller, input)),
    'content.read': plain<'content.read'>((caller, input) => readContent(services, caller, input)),
    'files.read': plain<'files.read'>((caller, input) => readFile(services, caller, input)),
    'content.terms': plain<'content.terms'>((caller, input) => readContentTerms(services, caller, input)),
    'content.create': act('content.create', createContent),
    'content.edit': act('content.edit', editContent),
    'content.publish': act('content.publish', publishContent),
    'content.archive': act('content.archive', archiveContent),
    'content.remove': act('content.remove', removeContent),
    'points.list': plain<'points.list'>((caller, input) => listPoints(services, caller, input)),
    'points.rules': plain<'points.rules'>((caller, input) => readPointsRules(services, caller, input)),
    'points.rule': act('points.rule', setPointsRule),
    'leaderboard.read': plain<'leaderboard.read'>((caller, input) => readLeaderboard(services, caller, input)),
    'leaderboard.choose': act('leaderboard.choose', chooseLeaderboard),
    'kudos.rings': plain<'kudos.rings'>((caller, input) => listKudosRings(services, caller, input)),
    'kudos.terms': plain<'kudos.terms'>((caller, input) => readKudosTerms(services, caller, input)),
  };
}

/** Exchanges a token; the one request that speaks for nobody yet. */
export async function handleSession(services: Services, input: unknown): Promise<Answer> {
  return {json: JSON.stringify(await createSession(services, input as Input<'session.create'>))};
}
