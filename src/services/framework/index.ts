export { createFrameworkSource, type FrameworkParts } from './source';
