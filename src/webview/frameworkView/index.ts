/** The script of the Framework view. */
import { parseModel } from '../../protocol/frameworkView';
import { acquireApi, connect } from '../shared/host';
import { View } from './view';

function start(): void {
  const api = acquireApi();
  const text = document.getElementById('model')?.textContent ?? '';
  const model = parseModel(JSON.parse(text));
  if (model) document.body.append(new View(api, model).element);
  else connect(api, () => undefined).send({ type: 'problem', text: 'The page holds no framework.' });
}

start();
