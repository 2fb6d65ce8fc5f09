/**
 * One step back in time: the gradient with respect to the increment z, and in place the functional
 * m(v) = ⟨g, S_t ⊗ v ⊗ S_(t,T)⟩ before it.
 *
 * Moving z moves the signature by S_t ⊗ w ⊗ S_(t,T) with w = Σ (−ad z)^k dz/(k+1)! (the
 * differential of the exponential map), and m before the step is v ↦ m(exp(−ad z) v). With P the
 * adjoint of −ad z, the gradient is the first level of Σ P^k m/(k+1)!, the new m is Σ P^k m/k!.
 */
export function coadjointStep(
  functional: Float64Array,
  z: Float64Array,
  channels: number,
  depth: number,
): Float64Array {
  const gradient = functional.slice(0, channels);
  let power = functional.slice();
  let divisor = 1;
  for (let k = 1; k < depth; k++) {
    power = bracketAdjoint(power, z, channels, depth - k);
    divisor *= k;
    for (let word = 0; word < power.length; word++) functional[word] += power[word] / divisor;
    for (let letter = 0; letter < channels; letter++) {
      gradient[letter] += power[letter] / (divisor * (k + 1));
    }
  }
  return gradient;
}

/** P m on the first `levels` levels: (P m)[u] = Σ_j z_j (m[uj] − m[ju]). */
function bracketAdjoint(m: Float64Array, z: Float64Array, channels: number, levels: number) {
  const out: number[] = [];
  let size = 1;
  let longer = 0;
  for (let level = 1; level <= levels; level++) {
    size *= channels;
    longer += size;
    for (let word = 0; word < size; word++) {
      let sum = 0;
      for (let letter = 0; letter < channels; letter++) {
        sum +=
          z[letter] * (m[longer + word * channels + letter] - m[longer + letter * size + word]);
      }
      out.push(sum);
    }
  }
  return Float64Array.from(out);
}
