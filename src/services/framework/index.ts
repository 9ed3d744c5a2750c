export { createFrameworkSource, type FrameworkServices } from './source';
