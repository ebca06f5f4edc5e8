import {define} from '../internal/define.ts';
import {ChecklistElement} from './checklist.ts';

define('checklist', ChecklistElement);
