/** The limits of every field. Lengths are counted in UTF-16 code units, as `String.length` and `maxlength` do. */
export const limits = {
  /** The Markdown source of a post. */
  source: 20_000,
  /** The title of a question, or of the subject. */
  title: 200,
  /** The key of a subject; long enough for any URL that browsers agree on. */
  subjectKey: 2_048,
  /** The address of a subject. */
  url: 2_048,
  /** The slug of a space. */
  slug: 80,
  /** The name of a person or a space. */
  name: 120,
  /** What names a person: an id, or what the host calls them. */
  person: 255,
  /** A skill or a topic. */
  word: 60,
  /** Skills, topics or languages of one person. */
  words: 20,
  /** A language tag (BCP 47). */
  languageTag: 35,
  /** The name of a time zone. */
  timeZone: 64,
  /** What a mentor helps with, and what a mentee says to a mentor. */
  help: 2_000,
  /** A note of a mentorship. */
  mentorshipNote: 10_000,
  /** People whom one mentor may take on at once. */
  mentees: 50,
  /** Requests of one person that wait for an answer. */
  mentorshipRequests: 5,
  /** Why one edited a post. */
  editReason: 200,
  /** Earlier texts of a post that are kept. */
  revisions: 50,
  /** People whom one post mentions. */
  mentions: 50,
  /** Pictures of one post. */
  pictures: 20,
  /** What one says with kudos. */
  kudosMessage: 500,
  /** People who are thanked at once. */
  recipients: 10,
  /** What somebody says about what they share. */
  description: 2_000,
  /** What a picture shows, in words. */
  alt: 500,
  /** Captions of one video or recording. */
  captions: 20,
  /** The name of a file, as it is kept. */
  fileName: 200,
  /** What an activity is worth once. */
  points: 1_000,
  /** What an activity may earn on one day. */
  pointsPerDay: 10_000,
  /** The sentence of a rule. */
  ruleSentence: 200,
  /** What a rule says to do, and what not. */
  ruleExample: 500,
  /** Rules of a space. */
  rules: 50,
  /** What a checklist is about, in a few sentences. */
  checklistDescription: 2_000,
  /** A step of a checklist. */
  stepText: 300,
  /** What stands below a step. */
  stepNote: 1_000,
  /** Steps of a checklist. */
  steps: 60,
  /** What a reporter adds, and the reason of a decision. */
  note: 2_000,
  /** Levels of replies below a root. A reply to a post at the last level is refused with `too-deep`. */
  depth: 100,
  /** Replies below a root that a page in an order holds; the rest comes page by page when asked for. */
  firstReplies: 10,
  /** Posts that are pinned in one thread. */
  pins: 3,
  /** Items on a page. More may be asked for; no more are given. */
  page: 100,
  /** Topics of one feed. */
  topics: 100,
  /** An opaque cursor. */
  cursor: 400,
  /** A host token. */
  token: 16_384,
  /** Bytes of a request's body. */
  body: 131_072,
} as const;
