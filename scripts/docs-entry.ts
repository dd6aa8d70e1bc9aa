// What scripts/docs.mjs bundles to write the generated documents.

export { renderFailureDocs, renderFailurePages } from '../src/judge/diagnose/docs.ts';
export { MEASUREMENTS_SCHEMA } from '../src/model/json/measurements-schema.ts';
export { PLAN_SCHEMA } from '../src/model/json/plan-schema.ts';
export { REPORT_SCHEMA } from '../src/report/schema.ts';
export { REPOSITORY } from '../src/repository.ts';
export { helpText } from '../src/settings/help.ts';
export { renderAction } from '../src/settings/render-action.ts';
export { pyprojectSchema } from '../src/settings/render-schema.ts';
export { renderOptionTable, renderOutputTable } from '../src/settings/render-tables.ts';
export { renderSelf, renderWorkflow, SELF_FOLDER } from '../src/settings/render-workflow.ts';
