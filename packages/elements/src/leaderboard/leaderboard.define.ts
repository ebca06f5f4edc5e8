import {define} from '../internal/define.ts';
import {LeaderboardElement} from './leaderboard.ts';

define('leaderboard', LeaderboardElement);
