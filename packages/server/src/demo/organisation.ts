import type {JWK} from 'jose';
import type {OrganisationSettings} from '../organisations/save.ts';
import {values} from './kudos.ts';

/** The issuer of the demo's tokens. */
export const demoIssuer = 'urn:social-learning:demo';

/** The sample organisation. @param key The demo's public key. */
export function demoOrganisation(key: JWK): OrganisationSettings {
  return {
    slug: 'northwind',
    name: 'Northwind Learning',
    timeZone: 'Europe/Amsterdam',
    isDefault: true,
    kudos: {values},
    issuers: [{iss: demoIssuer, alg: 'EdDSA', keys: [key], allowsRoles: true}],
    spaces: [
      {slug: 'onboarding', name: 'Onboarding', importedPoints: true, mentoring: {rule: ['fewest-mentees', 'shared-skill', 'shared-language']}},
      {slug: 'questions', name: 'Questions'},
      {slug: 'hello', name: 'Say hello', moderation: 'newcomers-first', newcomerPosts: 1},
      {slug: 'mentors', name: 'Mentors', readers: 'members', posters: 'members'},
      {slug: 'archive', name: 'Archive', posters: 'nobody'},
    ],
  };
}
