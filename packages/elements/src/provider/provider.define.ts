import {define} from '../internal/define.ts';
import {Provider} from './provider.ts';

define('provider', Provider);
