/** The script of the Framework view. */
import { parseModel } from '../../protocol/frameworkView';
import { acquireApi, readModel } from '../shared/host';
import { connectView, FrameworkWebview } from './view';

function start(): void {
  const api = acquireApi();
  const model = readModel(parseModel);
  if (model) document.body.append(new FrameworkWebview(api, model).element);
  else connectView(api, () => undefined).send({ type: 'problem', text: 'The page holds no framework.' });
}

start();
