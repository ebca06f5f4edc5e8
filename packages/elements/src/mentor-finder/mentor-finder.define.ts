import {define} from '../internal/define.ts';
import '../mentor-card/mentor-card.define.ts';
import {MentorFinder} from './mentor-finder.ts';

define('mentor-finder', MentorFinder);
