import {define} from '../internal/define.ts';
import {ModerationElement} from './moderation.ts';

define('moderation', ModerationElement);
