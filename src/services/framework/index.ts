export { registerCustomizeFramework } from './customize';
export { createFrameworkSource, type FrameworkParts } from './source';
