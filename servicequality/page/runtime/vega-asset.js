// What charts need of Vega. The build compiles Vega-Lite, so pages do without it.

import { View, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";

globalThis.servicequalityVega = { View, parse, expressionInterpreter };
