/** The public surface of the engine: what the package offers to programs. Inside the project files import each other. */
export { evaluate, simulateFailure, type EvaluateOptions } from './evaluate';
export type * from './evaluation';
export type { Scenario } from './failure/scenario';
export type { Language } from './language';
export { parseDesign, parseDesignText, pathText, type DesignError } from './design/parse';
export { serializeDesign } from './design/serialize';
export { applyEdit, type Edit, type EditError, type EditResult } from './design/edit';
export { emptyDesign, newEntity } from './design/newEntity';
export type { Design, Entity, EntityOf, Layout, Link, Settings } from './design/schema';
export { catalogFor } from './catalog/catalogFor';
export { loadCatalog } from './catalog/loadCatalog';
export { regions, type Region } from './catalog/regions';
export type { Catalog, InstanceType, Price, Prices } from './catalog/catalog';
export { place, type PlaceOptions } from './cluster/place';
export type { Cluster, Placed } from './cluster/cluster';
export { templates, type Template, type TemplateGroup } from './templates/templates';
export type { Result } from './result';
