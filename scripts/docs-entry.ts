// What scripts/docs.mjs bundles to write the generated documents.

export { helpText } from '../src/config/help.ts';
export { renderAction } from '../src/config/render-action.ts';
export { pyprojectSchema } from '../src/config/render-schema.ts';
export { renderOptionTable, renderOutputTable } from '../src/config/render-tables.ts';
export { renderFailureDocs } from '../src/diagnose/docs.ts';
