import {define} from '../internal/define.ts';
import {MentorCard} from './mentor-card.ts';

define('mentor-card', MentorCard);
