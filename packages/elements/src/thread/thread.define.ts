import {define} from '../internal/define.ts';
import {ThreadElement} from './thread.ts';

define('thread', ThreadElement);
