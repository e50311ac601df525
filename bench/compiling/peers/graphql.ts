import { buildSchema, isObjectType, validateSchema } from 'graphql';
import { measureRuns } from '../../measuring/runs.ts';
import { readTexts } from '../read-texts.ts';

measureRuns((folder) => {
  const sdl = [...readTexts(folder, '.graphql').values()].join('\n');
  return () => {
    const schema = buildSchema(sdl);
    const [error] = validateSchema(schema);
    if (error) throw error;
    const types = Object.values(schema.getTypeMap());
    return types.filter((type) => isObjectType(type) && !type.name.startsWith('__')).length;
  };
});
