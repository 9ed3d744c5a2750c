/** The script of the balance report. */
import { parseModel } from '../../protocol/report';
import { acquireApi, readModel } from '../shared/host';
import { connectPage, ReportWebview } from './view';

function start(): void {
  const api = acquireApi();
  const model = readModel(parseModel);
  if (model) document.body.append(new ReportWebview(api, model).element);
  else connectPage(api, () => undefined).send({ type: 'problem', text: 'The page holds no words.' });
}

start();
