export {Complaint, tell} from './src/prepare/complaint.mjs';
export {installDependencies} from './src/prepare/dependencies.mjs';
export {root} from './src/prepare/root.mjs';
export {runScript} from './src/prepare/runtime.mjs';
export {installSystemPackages} from './src/prepare/system.mjs';
