export { readText } from '../../cli/io';
