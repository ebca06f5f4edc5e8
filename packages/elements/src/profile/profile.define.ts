import {define} from '../internal/define.ts';
import '../mentor-card/mentor-card.define.ts';
import {ProfileElement} from './profile.ts';

define('profile', ProfileElement);
