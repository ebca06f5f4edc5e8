import type * as v from 'valibot';
import type {EndpointName} from './routes.ts';
import * as memberships from './memberships.schemas.ts';
import * as mentoring from './mentoring.schemas.ts';
import * as mentorshipNotes from './mentorship-notes.schemas.ts';
import * as contentItems from './content-items.schemas.ts';
import * as kudos from './kudos.schemas.ts';
import * as leaderboard from './leaderboard.schemas.ts';
import * as points from './points.schemas.ts';
import * as kudosRings from './kudos-rings.schemas.ts';
import * as notifications from './notifications.schemas.ts';
import * as people from './people.schemas.ts';
import * as files from './files.schemas.ts';
import * as profiles from './profiles.schemas.ts';
import * as cases from './cases.schemas.ts';
import * as checklists from './checklists.schemas.ts';
import * as guidelines from './guidelines.schemas.ts';
import * as mine from './mine.schemas.ts';
import * as presence from './presence.schemas.ts';
import * as posts from './posts.schemas.ts';
import * as reports from './reports.schemas.ts';
import * as session from './session.schemas.ts';
import * as spaces from './spaces.schemas.ts';
import {readThreadOutput} from './thread-view.schemas.ts';
import * as threads from './threads.schemas.ts';

/** The schemas of every endpoint: loaded by servers and tests, never by a browser. */
export const schemas = {
  'session.create': {input: session.createSessionInput, output: session.createSessionOutput},
  'me.read': {input: session.readMeInput, output: session.readMeOutput},
  'spaces.list': {input: spaces.listSpacesInput, output: spaces.listSpacesOutput},
  'spaces.join': {input: memberships.joinSpaceInput, output: memberships.joinSpaceOutput},
  'threads.read': {input: threads.readThreadInput, output: readThreadOutput},
  'threads.list': {input: threads.listThreadsInput, output: threads.listThreadsOutput},
  'threads.search': {input: threads.searchThreadsInput, output: threads.searchThreadsOutput},
  'posts.search': {input: posts.searchPostsInput, output: posts.searchPostsOutput},
  'posts.pin': {input: posts.pinPostInput, output: posts.pinPostOutput},
  'threads.lock': {input: threads.lockThreadInput, output: threads.threadOutput},
  'threads.follow': {input: threads.followThreadInput, output: threads.followThreadOutput},
  'mine.read': {input: mine.readMineInput, output: mine.readMineOutput},
  'posts.list': {input: posts.listPostsInput, output: posts.listPostsOutput},
  'posts.create': {input: posts.createPostInput, output: posts.createPostOutput},
  'posts.edit': {input: posts.editPostInput, output: posts.postOutput},
  'posts.remove': {input: posts.removePostInput, output: posts.postOutput},
  'posts.react': {input: posts.reactInput, output: posts.postOutput},
  'posts.accept': {input: posts.acceptAnswerInput, output: posts.acceptAnswerOutput},
  'presence.say': {input: presence.sayPresenceInput, output: presence.sayPresenceOutput},
  'sources.read': {input: posts.readSourceInput, output: posts.readSourceOutput},
  'revisions.list': {input: posts.listRevisionsInput, output: posts.listRevisionsOutput},
  'mentors.list': {input: mentoring.listMentorsInput, output: mentoring.listMentorsOutput},
  'mentors.read': {input: mentoring.readMentorInput, output: mentoring.readMentorOutput},
  'mentors.offer': {input: mentoring.offerMentoringInput, output: mentoring.offerMentoringOutput},
  'mentorships.list': {input: mentoring.listMentorshipsInput, output: mentoring.listMentorshipsOutput},
  'mentorships.request': {input: mentoring.requestMentoringInput, output: mentoring.mentorshipOutput},
  'mentorships.answer': {input: mentoring.answerMentoringInput, output: mentoring.mentorshipOutput},
  'mentorships.end': {input: mentoring.endMentoringInput, output: mentoring.mentorshipOutput},
  'mentorships.notes': {input: mentorshipNotes.readMentorshipNotesInput, output: mentorshipNotes.mentorshipNotesOutput},
  'mentorships.note': {input: mentorshipNotes.writeMentorshipNoteInput, output: mentorshipNotes.mentorshipNoteOutput},
  'notifications.list': {input: notifications.listNotificationsInput, output: notifications.listNotificationsOutput},
  'notifications.read': {input: notifications.readNotificationsInput, output: notifications.readNotificationsOutput},
  'notifications.choose': {input: notifications.chooseNotificationsInput, output: notifications.chooseNotificationsOutput},
  'people.list': {input: people.listPeopleInput, output: people.listPeopleOutput},
  'people.read': {input: profiles.readPersonInput, output: profiles.personOutput},
  'people.edit': {input: profiles.editPersonInput, output: profiles.personOutput},
  'kudos.list': {input: kudos.listKudosInput, output: kudos.listKudosOutput},
  'kudos.give': {input: kudos.giveKudosInput, output: kudos.kudosOutput},
  'kudos.withdraw': {input: kudos.withdrawKudosInput, output: kudos.kudosOutput},
  'kudos.terms': {input: kudos.readKudosTermsInput, output: kudos.readKudosTermsOutput},
  'content.list': {input: contentItems.listContentInput, output: contentItems.listContentOutput},
  'content.own': {input: contentItems.listOwnContentInput, output: contentItems.listOwnContentOutput},
  'content.read': {input: contentItems.readContentInput, output: contentItems.readContentOutput},
  'files.read': {input: files.readFileInput, output: files.readFileOutput},
  'content.terms': {input: contentItems.readContentTermsInput, output: contentItems.readContentTermsOutput},
  'content.create': {input: contentItems.createContentInput, output: contentItems.contentItemOutput},
  'content.edit': {input: contentItems.editContentInput, output: contentItems.contentItemOutput},
  'content.publish': {input: contentItems.publishContentInput, output: contentItems.contentItemOutput},
  'content.archive': {input: contentItems.archiveContentInput, output: contentItems.contentItemOutput},
  'content.remove': {input: contentItems.removeContentInput, output: contentItems.contentItemOutput},
  'points.list': {input: points.listPointsInput, output: points.listPointsOutput},
  'points.rules': {input: points.readPointsRulesInput, output: points.readPointsRulesOutput},
  'points.rule': {input: points.setPointsRuleInput, output: points.setPointsRuleOutput},
  'leaderboard.read': {input: leaderboard.readLeaderboardInput, output: leaderboard.readLeaderboardOutput},
  'leaderboard.choose': {input: leaderboard.chooseLeaderboardInput, output: leaderboard.chooseLeaderboardOutput},
  'kudos.rings': {input: kudosRings.listKudosRingsInput, output: kudosRings.listKudosRingsOutput},
  'checklists.read': {input: checklists.readChecklistInput, output: checklists.readChecklistOutput},
  'checklists.list': {input: checklists.listChecklistsInput, output: checklists.listChecklistsOutput},
  'checklists.mine': {input: checklists.readChecklistRunInput, output: checklists.readChecklistRunOutput},
  'checklists.progress': {input: checklists.readChecklistProgressInput, output: checklists.readChecklistProgressOutput},
  'checklists.create': {input: checklists.createChecklistInput, output: checklists.checklistOutput},
  'checklists.edit': {input: checklists.editChecklistInput, output: checklists.checklistOutput},
  'checklists.publish': {input: checklists.publishChecklistInput, output: checklists.checklistOutput},
  'checklists.archive': {input: checklists.archiveChecklistInput, output: checklists.checklistOutput},
  'checklists.tick': {input: checklists.tickChecklistInput, output: checklists.tickChecklistOutput},
  'guidelines.read': {input: guidelines.readGuidelinesInput, output: guidelines.readGuidelinesOutput},
  'guidelines.publish': {input: guidelines.publishGuidelinesInput, output: guidelines.guidelinesOutput},
  'guidelines.accept': {input: guidelines.acceptGuidelinesInput, output: guidelines.acceptGuidelinesOutput},
  'reports.create': {input: reports.createReportInput, output: reports.reportOutput},
  'reports.list': {input: reports.listReportsInput, output: reports.listReportsOutput},
  'cases.list': {input: cases.listCasesInput, output: cases.listCasesOutput},
  'cases.decide': {input: cases.decideCaseInput, output: cases.caseOutput},
  'notices.list': {input: cases.listNoticesInput, output: cases.listNoticesOutput},
  'audit.list': {input: cases.listAuditInput, output: cases.listAuditOutput},
} as const satisfies Record<EndpointName, {input: v.GenericSchema; output: v.GenericSchema}>;
