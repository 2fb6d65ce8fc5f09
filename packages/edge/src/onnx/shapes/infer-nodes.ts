import type { Shape } from '@sig/heads';
import { quoted, uncounted } from '../reading/onnx-error.js';
import type { FileNode, OnnxFile } from '../reading/onnx-file.js';
import { checkShape } from '../reading/read-tensor.js';
import { type Bindings, bindInput, boundShape } from './bind-input.js';
import { constantValue } from './constants.js';
import {
  createNodeCall,
  type Inferred,
  type KnownValue,
  type NodeCall,
  nodeName,
} from './node-call.js';
import { shapeRules } from './shape-rules.js';

/** A node with what is known of its inputs and outputs. */
export interface InferredNode extends Inferred {
  readonly call: NodeCall;
}

/**
 * Follows the shapes through a graph, node by node in the order of the file, which is the order of its
 * work. What a rule leaves open is taken from the shapes that the file declares.
 *
 * @throws ModelFileError where shapes contradict each other or cannot be followed; it names the node.
 */
export function* inferNodes(file: OnnxFile, inputShape?: Shape): Generator<InferredNode> {
  const bindings: Bindings = new Map();
  const known = new Map<string, KnownValue>();
  for (const [index, input] of file.inputs.entries()) {
    const given = index === 0 ? inputShape : undefined;
    known.set(input.name, { shape: bindInput(input, bindings, given) });
  }
  for (const constant of file.initializers) known.set(constant.name, constantValue(constant));
  const declared = new Map(file.declared.map(({ name, extents }) => [name, extents]));

  for (const node of file.nodes) {
    const inputs = node.inputs.map((name) => {
      if (name === '') return undefined;
      const value = known.get(name);
      if (value) return value;
      throw uncounted(`nothing before ${nodeName(node)} makes its input ${quoted(name)}`);
    });
    const call = createNodeCall(node, inputs);
    const inferred = ruleOf(node)(call) ?? {
      outputs: node.outputs.map((name) => {
        const shape = boundShape(declared.get(name), bindings);
        if (shape) return { shape };
        throw uncounted(`the shape after ${nodeName(node)} depends on what only a run can tell`);
      }),
    };
    for (const [at, name] of node.outputs.entries()) {
      const output = inferred.outputs[at];
      if (output === undefined || name === '') continue;
      checkShape(output.shape, `what ${nodeName(node)} puts out`);
      known.set(name, output);
    }
    yield { call, ...inferred };
  }
}

function ruleOf(node: FileNode) {
  const rules = shapeRules.get(node.domain);
  if (rules && Object.hasOwn(rules, node.operator)) return rules[node.operator];
  const domain = rules ? '' : ` of the domain ${quoted(node.domain)}`;
  throw uncounted(`the operator ${nodeName(node)}${domain} is none that is known here`);
}
