import {joinSpace} from './memberships.ts';
import type * as memberships from './memberships.ts';
import {answerMentoring, endMentoring, listMentors, listMentorships, offerMentoring, readMentor, requestMentoring} from './mentoring.ts';
import type * as mentoring from './mentoring.ts';
import {readMentorshipNotes, writeMentorshipNote} from './mentorship-notes.ts';
import type * as mentorshipNotes from './mentorship-notes.ts';
import {
  archiveContent, createContent, editContent, listContent, listOwnContent, publishContent, readContent, readContentTerms, removeContent,
} from './content-items.ts';
import type * as contentItems from './content-items.ts';
import {readFile} from './file-reads.ts';
import type * as fileReads from './file-reads.ts';
import {giveKudos, listKudos, readKudosTerms, withdrawKudos} from './kudos.ts';
import type * as kudos from './kudos.ts';
import {chooseLeaderboard, readLeaderboard} from './leaderboard.ts';
import type * as leaderboard from './leaderboard.ts';
import {listPoints, readPointsRules, setPointsRule} from './points.ts';
import type * as points from './points.ts';
import {listKudosRings} from './kudos-rings.ts';
import type * as kudosRings from './kudos-rings.ts';
import {chooseNotifications, listNotifications, readNotifications} from './notifications.ts';
import type * as notifications from './notifications.ts';
import {listPeople} from './people.ts';
import type * as people from './people.ts';
import {editPerson, readPerson} from './profiles.ts';
import type * as profiles from './profiles.ts';
import {decideCase, listAudit, listCases, listNotices} from './cases.ts';
import type * as cases from './cases.ts';
import {
  archiveChecklist, createChecklist, editChecklist, listChecklists, publishChecklist, readChecklist, readChecklistProgress, readChecklistRun, tickChecklist,
} from './checklists.ts';
import type * as checklists from './checklists.ts';
import {acceptGuidelines, publishGuidelines, readGuidelines} from './guidelines.ts';
import type * as guidelines from './guidelines.ts';
import {sayPresence} from './presence.ts';
import type * as presence from './presence.ts';
import {acceptAnswer, createPost, editPost, listPosts, listRevisions, react, pinPost, readSource, removePost, searchPosts} from './posts.ts';
import type * as posts from './posts.ts';
import {readMine} from './mine.ts';
import type * as mine from './mine.ts';
import {createReport, listReports} from './reports.ts';
import type * as reports from './reports.ts';
import {createSession, readMe} from './session.ts';
import type * as session from './session.ts';
import {listSpaces} from './spaces.ts';
import type * as spaces from './spaces.ts';
import {followThread, listThreads, lockThread, readThread, searchThreads} from './threads.ts';
import type * as threads from './threads.ts';
import type {Endpoint} from './endpoint.ts';
import type {EndpointName} from './routes.ts';

/** Every endpoint, by name. The live feed, a stream, stands beside it (`feed.ts`). */
export const endpoints = {
  'session.create': createSession,
  'me.read': readMe,
  'spaces.list': listSpaces,
  'spaces.join': joinSpace,
  'threads.read': readThread,
  'threads.list': listThreads,
  'threads.search': searchThreads,
  'posts.search': searchPosts,
  'posts.pin': pinPost,
  'threads.lock': lockThread,
  'threads.follow': followThread,
  'mine.read': readMine,
  'posts.list': listPosts,
  'posts.create': createPost,
  'posts.edit': editPost,
  'posts.remove': removePost,
  'posts.react': react,
  'posts.accept': acceptAnswer,
  'presence.say': sayPresence,
  'sources.read': readSource,
  'revisions.list': listRevisions,
  'mentors.list': listMentors,
  'mentors.read': readMentor,
  'mentors.offer': offerMentoring,
  'mentorships.list': listMentorships,
  'mentorships.request': requestMentoring,
  'mentorships.answer': answerMentoring,
  'mentorships.end': endMentoring,
  'mentorships.notes': readMentorshipNotes,
  'mentorships.note': writeMentorshipNote,
  'notifications.list': listNotifications,
  'notifications.read': readNotifications,
  'notifications.choose': chooseNotifications,
  'people.list': listPeople,
  'people.read': readPerson,
  'people.edit': editPerson,
  'kudos.list': listKudos,
  'kudos.give': giveKudos,
  'kudos.withdraw': withdrawKudos,
  'kudos.terms': readKudosTerms,
  'content.list': listContent,
  'content.own': listOwnContent,
  'content.read': readContent,
  'files.read': readFile,
  'content.terms': readContentTerms,
  'content.create': createContent,
  'content.edit': editContent,
  'content.publish': publishContent,
  'content.archive': archiveContent,
  'content.remove': removeContent,
  'points.list': listPoints,
  'points.rules': readPointsRules,
  'points.rule': setPointsRule,
  'leaderboard.read': readLeaderboard,
  'leaderboard.choose': chooseLeaderboard,
  'kudos.rings': listKudosRings,
  'checklists.read': readChecklist,
  'checklists.list': listChecklists,
  'checklists.mine': readChecklistRun,
  'checklists.progress': readChecklistProgress,
  'checklists.create': createChecklist,
  'checklists.edit': editChecklist,
  'checklists.publish': publishChecklist,
  'checklists.archive': archiveChecklist,
  'checklists.tick': tickChecklist,
  'guidelines.read': readGuidelines,
  'guidelines.publish': publishGuidelines,
  'guidelines.accept': acceptGuidelines,
  'reports.create': createReport,
  'reports.list': listReports,
  'cases.list': listCases,
  'cases.decide': decideCase,
  'notices.list': listNotices,
  'audit.list': listAudit,
} as const satisfies Record<EndpointName, Endpoint>;

/** What each endpoint takes and gives. A test holds it to the schemas. */
export interface Contract {
  'session.create': {input: session.CreateSessionInput; output: session.CreateSessionOutput};
  'me.read': {input: session.ReadMeInput; output: session.ReadMeOutput};
  'spaces.list': {input: spaces.ListSpacesInput; output: spaces.ListSpacesOutput};
  'spaces.join': {input: memberships.JoinSpaceInput; output: memberships.JoinSpaceOutput};
  'threads.read': {input: threads.ReadThreadInput; output: threads.ReadThreadOutput};
  'threads.list': {input: threads.ListThreadsInput; output: threads.ListThreadsOutput};
  'threads.search': {input: threads.SearchThreadsInput; output: threads.SearchThreadsOutput};
  'posts.search': {input: posts.SearchPostsInput; output: posts.SearchPostsOutput};
  'posts.pin': {input: posts.PinPostInput; output: posts.PinPostOutput};
  'threads.lock': {input: threads.LockThreadInput; output: threads.ThreadOutput};
  'threads.follow': {input: threads.FollowThreadInput; output: threads.FollowThreadOutput};
  'mine.read': {input: mine.ReadMineInput; output: mine.ReadMineOutput};
  'posts.list': {input: posts.ListPostsInput; output: posts.ListPostsOutput};
  'posts.create': {input: posts.CreatePostInput; output: posts.CreatePostOutput};
  'posts.edit': {input: posts.EditPostInput; output: posts.PostOutput};
  'posts.remove': {input: posts.RemovePostInput; output: posts.PostOutput};
  'posts.react': {input: posts.ReactInput; output: posts.PostOutput};
  'posts.accept': {input: posts.AcceptAnswerInput; output: posts.AcceptAnswerOutput};
  'presence.say': {input: presence.SayPresenceInput; output: presence.SayPresenceOutput};
  'sources.read': {input: posts.ReadSourceInput; output: posts.ReadSourceOutput};
  'revisions.list': {input: posts.ListRevisionsInput; output: posts.ListRevisionsOutput};
  'mentors.list': {input: mentoring.ListMentorsInput; output: mentoring.ListMentorsOutput};
  'mentors.read': {input: mentoring.ReadMentorInput; output: mentoring.ReadMentorOutput};
  'mentors.offer': {input: mentoring.OfferMentoringInput; output: mentoring.OfferMentoringOutput};
  'mentorships.list': {input: mentoring.ListMentorshipsInput; output: mentoring.ListMentorshipsOutput};
  'mentorships.request': {input: mentoring.RequestMentoringInput; output: mentoring.MentorshipOutput};
  'mentorships.answer': {input: mentoring.AnswerMentoringInput; output: mentoring.MentorshipOutput};
  'mentorships.end': {input: mentoring.EndMentoringInput; output: mentoring.MentorshipOutput};
  'mentorships.notes': {input: mentorshipNotes.ReadMentorshipNotesInput; output: mentorshipNotes.MentorshipNotesOutput};
  'mentorships.note': {input: mentorshipNotes.WriteMentorshipNoteInput; output: mentorshipNotes.MentorshipNoteOutput};
  'notifications.list': {input: notifications.ListNotificationsInput; output: notifications.ListNotificationsOutput};
  'notifications.read': {input: notifications.ReadNotificationsInput; output: notifications.ReadNotificationsOutput};
  'notifications.choose': {input: notifications.ChooseNotificationsInput; output: notifications.ChooseNotificationsOutput};
  'people.list': {input: people.ListPeopleInput; output: people.ListPeopleOutput};
  'people.read': {input: profiles.ReadPersonInput; output: profiles.PersonOutput};
  'people.edit': {input: profiles.EditPersonInput; output: profiles.PersonOutput};
  'kudos.list': {input: kudos.ListKudosInput; output: kudos.ListKudosOutput};
  'kudos.give': {input: kudos.GiveKudosInput; output: kudos.KudosOutput};
  'kudos.withdraw': {input: kudos.WithdrawKudosInput; output: kudos.KudosOutput};
  'kudos.terms': {input: kudos.ReadKudosTermsInput; output: kudos.ReadKudosTermsOutput};
  'content.list': {input: contentItems.ListContentInput; output: contentItems.ListContentOutput};
  'content.own': {input: contentItems.ListOwnContentInput; output: contentItems.ListOwnContentOutput};
  'content.read': {input: contentItems.ReadContentInput; output: contentItems.ReadContentOutput};
  'files.read': {input: fileReads.ReadFileInput; output: fileReads.ReadFileOutput};
  'content.terms': {input: contentItems.ReadContentTermsInput; output: contentItems.ReadContentTermsOutput};
  'content.create': {input: contentItems.CreateContentInput; output: contentItems.ContentItemOutput};
  'content.edit': {input: contentItems.EditContentInput; output: contentItems.ContentItemOutput};
  'content.publish': {input: contentItems.PublishContentInput; output: contentItems.ContentItemOutput};
  'content.archive': {input: contentItems.ArchiveContentInput; output: contentItems.ContentItemOutput};
  'content.remove': {input: contentItems.RemoveContentInput; output: contentItems.ContentItemOutput};
  'points.list': {input: points.ListPointsInput; output: points.ListPointsOutput};
  'points.rules': {input: points.ReadPointsRulesInput; output: points.ReadPointsRulesOutput};
  'points.rule': {input: points.SetPointsRuleInput; output: points.SetPointsRuleOutput};
  'leaderboard.read': {input: leaderboard.ReadLeaderboardInput; output: leaderboard.ReadLeaderboardOutput};
  'leaderboard.choose': {input: leaderboard.ChooseLeaderboardInput; output: leaderboard.ChooseLeaderboardOutput};
  'kudos.rings': {input: kudosRings.ListKudosRingsInput; output: kudosRings.ListKudosRingsOutput};
  'checklists.read': {input: checklists.ReadChecklistInput; output: checklists.ReadChecklistOutput};
  'checklists.list': {input: checklists.ListChecklistsInput; output: checklists.ListChecklistsOutput};
  'checklists.mine': {input: checklists.ReadChecklistRunInput; output: checklists.ReadChecklistRunOutput};
  'checklists.progress': {input: checklists.ReadChecklistProgressInput; output: checklists.ReadChecklistProgressOutput};
  'checklists.create': {input: checklists.CreateChecklistInput; output: checklists.ChecklistOutput};
  'checklists.edit': {input: checklists.EditChecklistInput; output: checklists.ChecklistOutput};
  'checklists.publish': {input: checklists.PublishChecklistInput; output: checklists.ChecklistOutput};
  'checklists.archive': {input: checklists.ArchiveChecklistInput; output: checklists.ChecklistOutput};
  'checklists.tick': {input: checklists.TickChecklistInput; output: checklists.TickChecklistOutput};
  'guidelines.read': {input: guidelines.ReadGuidelinesInput; output: guidelines.ReadGuidelinesOutput};
  'guidelines.publish': {input: guidelines.PublishGuidelinesInput; output: guidelines.GuidelinesOutput};
  'guidelines.accept': {input: guidelines.AcceptGuidelinesInput; output: guidelines.AcceptGuidelinesOutput};
  'reports.create': {input: reports.CreateReportInput; output: reports.ReportOutput};
  'reports.list': {input: reports.ListReportsInput; output: reports.ListReportsOutput};
  'cases.list': {input: cases.ListCasesInput; output: cases.ListCasesOutput};
  'cases.decide': {input: cases.DecideCaseInput; output: cases.CaseOutput};
  'notices.list': {input: cases.ListNoticesInput; output: cases.ListNoticesOutput};
  'audit.list': {input: cases.ListAuditInput; output: cases.ListAuditOutput};
}

export type Input<Name extends EndpointName> = Contract[Name]['input'];
export type Output<Name extends EndpointName> = Contract[Name]['output'];
