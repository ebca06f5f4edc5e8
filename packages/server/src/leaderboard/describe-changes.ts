import type {Describe} from '../feed/describe.ts';

/** Lines about boards: only that they changed. Who may be seen on one is decided when it is read. */
export const describeLeaderboard: Describe = async () => ({space}) => ({everybody: [{leaderboard: {space: space!}}]});
