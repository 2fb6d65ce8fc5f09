import type { SignatureFieldOptions } from '@sig/heads';
import type { FeatureSettings } from './recipe-options.js';

/**
 * The settings of the features, and those of the field that a head makes of learned paths: lines and
 * windows are of the latter, and what the head looks at are bare pixels.
 */
export function splitFieldOptions<Settings extends FeatureSettings & { readonly head: string }>(
  settings: Settings,
): { features: Settings; field?: SignatureFieldOptions } {
  if (settings.head !== 'learned-field') return { features: settings };
  const { direction, window, stride, moments } = settings;
  const pixels = {
    direction: 'rows',
    window: undefined,
    stride: undefined,
    moments: true,
  } as const;
  return { features: { ...settings, ...pixels }, field: { direction, window, stride, moments } };
}
