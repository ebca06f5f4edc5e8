import {define} from '../internal/define.ts';
import {GuidelinesElement} from './guidelines.ts';

define('guidelines', GuidelinesElement);
