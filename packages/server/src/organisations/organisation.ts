import type {Space} from '@social-learning/protocol';
import type {KudosSettings} from '../kudos/settings.ts';

/** What a space asks of those who post in it. */
export interface Admission {
  /** How many posts of a person moderators look at first, where those of newcomers wait. */
  readonly newcomerPosts: number;
  /** Whether its guidelines must be accepted. */
  readonly guided: boolean;
}

/** An organisation as every request needs it: its settings and its spaces. */
export interface Organisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly defaultSpace: string;
  /** Seconds after which a post can no longer be edited; `null` never. */
  readonly editWindow: number | null;
  /** Seconds that must lie between two posts of one person. */
  readonly floodInterval: number;
  readonly kudos: KudosSettings;
  /** By name. */
  readonly spaces: readonly Space[];
  /** By the id of the space. */
  readonly admissions: ReadonlyMap<string, Admission>;
}
