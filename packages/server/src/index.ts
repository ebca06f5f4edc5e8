export {createApp, type App, type AppConfig} from './app.ts';
export type {OpenStream, Sink} from './feed/sink.ts';
export {issuerAlgorithms, type Issuer, type IssuerAlgorithm} from './identity/issuers.ts';
export {StartError} from './internal/start-error.ts';
export type {KudosSettings, OrganisationValue} from './kudos/settings.ts';
export {grantRole, revokeRole, saveOrganisation, type OrganisationSettings, type SpaceSettings} from './organisations/save.ts';
export type {Step} from './services.ts';
export {migrate} from './store/migrate.ts';
export type {Store} from './store/store.ts';
