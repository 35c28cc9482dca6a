// Starts the form: one way to read and write files for each collection, then the program itself.
import CMS from '@sveltia/cms';
import { fileFormat } from './file-format.js';

const answer = await fetch('config.json', { cache: 'no-cache' });
const config = await answer.json();
for (const collection of config.collections) {
  const beside = config.collections.filter(({ folder }) => folder === collection.folder);
  CMS.registerCustomFormat(collection.format, 'md', fileFormat(beside));
}
CMS.init({ config: { ...config, load_config_file: false } });
