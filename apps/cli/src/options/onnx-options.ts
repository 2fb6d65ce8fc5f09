import { type Command, InvalidArgumentError, Option } from 'commander';

/** How pixels become the numbers that ONNX stages take. */
export interface OnnxOptions {
  readonly onnxMean?: readonly number[];
  readonly onnxDeviation?: readonly number[];
}

export function addOnnxOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--onnx-mean <list>',
        'of ONNX stages: taken off each channel, pixels being 0 to 1: 0.485,0.456,0.406',
      ).argParser(numbersWithin((value) => value >= -1000 && value <= 1000)),
    )
    .addOption(
      new Option(
        '--onnx-deviation <list>',
        'of ONNX stages: what each channel is divided by then: 0.229,0.224,0.225',
      ).argParser(numbersWithin((value) => value > 0 && value <= 1000)),
    );
}

function numbersWithin(isRight: (value: number) => boolean): (text: string) => number[] {
  return (text) => {
    const values = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    if (values.length > 3 || !values.every(isRight)) {
      throw new InvalidArgumentError('It must be a number for each channel: 0.485,0.456,0.406.');
    }
    return values;
  };
}
