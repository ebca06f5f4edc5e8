import {sql} from 'kysely';
import {writeChecklists, type ImportedChecklist} from '../checklists/write.ts';
import {stableId} from '../imports/stable-id.ts';
import type {Store} from '../store/store.ts';

interface SampleStep {
  readonly text: string;
  readonly note?: string;
  readonly critical?: boolean;
}

const at = new Date('2026-01-05T07:30:00Z');

/** The first day, as the people who look after newcomers wrote it down. */
const firstDay: readonly SampleStep[] = [
  {text: 'Collect your badge and your safety shoes at the gate', note: 'Not your size? Say so now. Nobody walks the floor in shoes that hurt.', critical: true},
  {text: 'Say hello to your buddy', note: 'Name and desk are on the sheet in your folder.'},
  {text: 'Walk the emergency route from your desk to the meeting point', note: 'With your feet, not on the map. It takes four minutes.', critical: true},
  {text: 'Log in once, and change your password'},
  {text: 'Have lunch at the long table', note: 'It is for everybody, day and night shift. There is always a chair.'},
  {text: 'Write down three words that you do not know, and ask about them below'},
];

/** Who has finished, the first one first, and who is on the way with so many steps. */
const finished = ['noor', 'emil', 'lucia', 'oskar', 'maya', 'liam', 'femke'];
const underWay: Readonly<Record<string, number>> = {grace: 4, ravi: 2, aiko: 3};

/** Gives the space for newcomers the checklist of the first day. @param ids Of the sample people. What is there stays as it is. */
export async function seedChecklists(store: Store, organisation: string, space: string, ids: ReadonlyMap<string, string>): Promise<void> {
  const {rows: [known]} = await sql`select 1 from checklist where organisation = ${organisation} limit 1`.execute(store.db);
  if (known) return;
  const steps = firstDay.map(({text, note = null, critical = false}, index) => ({id: stableId(`northwind step day-1 ${index}`, at), text, note, critical}));
  const after = (days: number) => new Date(at.getTime() + days * 86_400_000 + 8 * 3_600_000);
  const list: ImportedChecklist = {
    id: stableId('northwind checklist day-1', at), author: ids.get('elin')!, at,
    subject: {key: 'onboarding/day-1', title: 'Find your feet', url: null},
    title: 'Your first day', description: 'Six things, in no hurry. Two of them keep you safe.', steps,
    runs: [
      ...finished.map((person, index) => ({person: ids.get(person)!, done: steps.map(({id}) => id), at: after(index)})),
      ...Object.entries(underWay).map(([person, count]) => ({person: ids.get(person)!, done: steps.slice(0, count).map(({id}) => id), at: after(9)})),
    ],
  };
  await writeChecklists(store, organisation, space, [list]);
}
