import type { FeatureGroup, RawImage } from '@sig/image-paths';

/** Pixels of one image; RGBA as a canvas gives them. */
export type Pixels = Pick<RawImage, 'width' | 'height' | 'data'>;

/** An image as its own pixels, or what a camera shows. */
export type ImageInput = Pixels | ImageBitmap;

/** Which features a network looks at: small windows of the image, or signatures of whole lines. */
export type Look = 'field' | 'lines';

/** How a class is told: by a network that is trained, or by the nearest of the images themselves. */
export type Method = 'network' | 'neighbours';

/** What may be chosen before a training. */
export interface TrainingWishes {
  readonly look: Look;
  /** Pixels along a side of the images that the model looks at. */
  readonly size: number;
  /** Whether an image and its mirror image are of one class. */
  readonly mirror: boolean;
  readonly seed: number;
}

/** Labelled images. */
export interface LabelledImages {
  readonly classes: readonly string[];
  readonly images: readonly Pixels[];
  /** The class of each image, as its place in `classes`. */
  readonly labels: readonly number[];
}

/** Of a training that is under way. */
export interface TrainingProgress {
  /** From 0 to 1. */
  readonly done: number;
  readonly epoch: number;
  readonly epochs: number;
  /** What it will still take, in seconds, where that can be told. */
  readonly secondsLeft?: number;
  /** The mean loss of the last batch. */
  readonly loss: number;
  /** Of the images that are held out, after a whole epoch. */
  readonly heldOutAccuracy?: number;
}

/** What a model is and costs. */
export interface ModelFacts {
  readonly method: Method;
  readonly labels: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly transform: 'signature' | 'pixels' | 'field';
  readonly params: number;
  /** Multiply-adds of an image, its features included. */
  readonly macs: number;
  /** Of the file. */
  readonly bytes: number;
  /** Of the file in int8. */
  readonly smallBytes?: number;
  /** To classify one image, measured here; 0 where the clock is too coarse. */
  readonly microseconds: number;
  /** Places of the images that the training did not see. */
  readonly heldOut: readonly number[];
  /** Share of those that the model gets right. */
  readonly heldOutAccuracy?: number;
  readonly seconds?: number;
  readonly threads?: number;
}

export interface Answer {
  /** One for each label. */
  readonly probabilities: readonly number[];
  readonly microseconds: number;
}

/** How much each part of an image speaks for the class that the model names. */
export interface OcclusionMap {
  readonly width: number;
  readonly height: number;
  /** Fall of the log-odds where a pixel is covered; [height, width]. */
  readonly values: Float32Array;
  /** The class that it is about. */
  readonly label: number;
}

/** An image as the model sees it. */
export interface Inside {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** Its pixels at the model's size. */
  readonly pixels: Uint8Array;
  readonly transform: 'signature' | 'pixels' | 'field';
  readonly direction: 'rows' | 'columns' | 'both';
  /** The features of a stream or a window, those that are few enough to be drawn. */
  readonly groups: readonly NamedGroup[];
  /** The channels of learned paths, [height, width, paths]; the features are of these. */
  readonly paths?: {
    readonly names: readonly string[];
    readonly shape: readonly number[];
    readonly values: Float32Array;
  };
  /** [streams, words], or of a field [down, across, channels]. */
  readonly shape: readonly number[];
  readonly features: Float32Array;
}

/** Features that stand together and what each is called. */
export type NamedGroup = FeatureGroup & Required<Pick<FeatureGroup, 'names'>>;

/** A reference and how far it is, the nearest first. */
export interface Neighbour {
  /** The image's place among those that were given to learn from. */
  readonly image: number;
  readonly label: number;
  readonly distance: number;
}

export interface CascadeStage {
  readonly name: string;
  readonly side: number;
  readonly macs: number;
  readonly bytes: number;
  /** Of images that the cascade was judged on. */
  readonly accuracy: number;
  /** Share of these images that this stage answers. */
  readonly share: number;
}

export interface CascadeFacts {
  readonly stages: readonly CascadeStage[];
  /** How sure the first stage must be to answer, above 1 where it never is. */
  readonly threshold: number;
  readonly accuracy: number;
  /** Mean multiply-adds of an image. */
  readonly macs: number;
  /** How many images it was judged on, and whether training had not seen them. */
  readonly images: number;
  readonly heldOut: boolean;
}

/** What a cascade says of an image. */
export interface CascadeAnswer {
  /** Of each stage that was asked. */
  readonly asked: readonly (readonly number[])[];
  /** The stage that answered. */
  readonly stage: number;
  readonly macs: number;
}

export type ExportFormat = 'safetensors' | 'int8' | 'onnx' | 'js' | 'c';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All that the page asks of the worker. What goes wrong comes back as an Error of one line. */
export interface Learner {
  /** Trains a network, or keeps the images as references; the model takes the place of the last one. */
  learn(
    images: LabelledImages,
    method: Method,
    wishes: TrainingWishes,
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<ModelFacts>;
  /** Ends a training after the epochs that are done. */
  stop(): Promise<void>;
  open(bytes: Uint8Array): Promise<ModelFacts>;
  classify(image: ImageInput): Promise<Answer>;
  lookInside(image: Pixels): Promise<Inside>;
  occlude(image: Pixels): Promise<OcclusionMap>;
  neighbours(image: Pixels): Promise<readonly Neighbour[]>;
  learnCascade(onProgress: (progress: TrainingProgress) => void): Promise<CascadeFacts>;
  setThreshold(threshold: number): Promise<CascadeFacts>;
  askCascade(image: Pixels): Promise<CascadeAnswer>;
  write(format: ExportFormat, name: string): Promise<readonly ExportedFile[]>;
}
