// What every page of the intranet does: know the person, and list questions where the page has room for them.
import {choosePerson} from './people.js';
import {showQuestions} from './questions.js';

await Promise.all([choosePerson(), showQuestions()]);
