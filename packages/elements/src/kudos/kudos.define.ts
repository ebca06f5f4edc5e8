import {define} from '../internal/define.ts';
import {KudosElement} from './kudos.ts';

define('kudos', KudosElement);
