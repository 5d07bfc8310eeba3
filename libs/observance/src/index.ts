export { ObservanceModule } from './observance.module.js';
