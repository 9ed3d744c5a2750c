/** Data that `esbuild.js` validates and compiles to JSON while bundling. */
declare module '*.framework.yaml' {
  const framework: import('./core/framework/model').Framework;
  export default framework;
}
declare module '*.templates.yaml' {
  const templates: import('./core/templates/model').TemplateSet;
  export default templates;
}
