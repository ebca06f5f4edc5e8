import {define} from '../internal/define.ts';
import {KudosWallElement} from './kudos-wall.ts';

define('kudos-wall', KudosWallElement);
