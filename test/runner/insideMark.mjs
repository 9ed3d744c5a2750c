// @ts-check
import { markConsole } from './insideConsole.mjs';

markConsole();
