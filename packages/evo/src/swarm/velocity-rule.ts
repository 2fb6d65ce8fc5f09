import { requireWithin } from '../arguments/require-within.js';

/** A weight that goes from one value to another over some generations, then stays. */
export interface InertiaSchedule {
  readonly from: number;
  readonly to: number;
  readonly generations: number;
}

export interface VelocityOptions {
  /** (constriction) */
  variant?: 'original' | 'inertia' | 'constriction';
  /** The pull of a particle's own best place: 2, 1.193 with inertia, 2.05 with constriction. */
  c1?: number;
  /** The pull of the swarm's best place; as `c1`. */
  c2?: number;
  /** The share of the old velocity that stays, for 'inertia' (0.721). */
  inertia?: number | InertiaSchedule;
}

/** v ← keep v + own U(0,1) (pbest - x) + swarm U(0,1) (gbest - x) */
export interface VelocityWeights {
  readonly keep: number;
  readonly own: number;
  readonly swarm: number;
}

/** The weights of a generation, from 0. */
export type VelocityRule = (generation: number) => VelocityWeights;

/**
 * The three rules in one form. `original` keeps all of the velocity (Kennedy and Eberhart, 1995);
 * `inertia` a part (Shi and Eberhart, "A modified particle swarm optimizer", ICEC 1998; the default
 * numbers 1 / (2 ln 2) and 1/2 + ln 2 are Clerc's); `constriction` multiplies the whole by
 * χ = 2 / |2 - φ - √(φ² - 4 φ)|, φ = c1 + c2 (Clerc and Kennedy, "The particle swarm: explosion,
 * stability, and convergence in a multidimensional complex space", IEEE TEC 6(1), 2002).
 */
export function velocityRule(options: VelocityOptions): VelocityRule {
  const { variant = 'constriction', inertia = 1 / (2 * Math.log(2)) } = options;
  const usual = { original: 2, inertia: 0.5 + Math.log(2), constriction: 2.05 }[variant];
  const { c1 = usual, c2 = usual } = options;
  requireWithin('c1', c1, 0, Number.POSITIVE_INFINITY);
  requireWithin('c2', c2, 0, Number.POSITIVE_INFINITY);
  if (variant === 'original') return () => ({ keep: 1, own: c1, swarm: c2 });
  if (variant === 'constriction') {
    const phi = c1 + c2;
    if (phi <= 4) {
      throw new RangeError(`c1 + c2 must be above 4 for the constriction, got ${phi}`);
    }
    const chi = 2 / Math.abs(2 - phi - Math.sqrt(phi * phi - 4 * phi));
    return () => ({ keep: chi, own: chi * c1, swarm: chi * c2 });
  }
  const { from, to, generations } =
    typeof inertia === 'number' ? { from: inertia, to: inertia, generations: 1 } : inertia;
  requireWithin('inertia', from, 0, Number.POSITIVE_INFINITY);
  requireWithin('inertia', to, 0, Number.POSITIVE_INFINITY);
  requireWithin('inertia.generations', generations, 1, Number.POSITIVE_INFINITY);
  return (generation) => {
    const keep = from + (to - from) * Math.min(1, generation / generations);
    return { keep, own: c1, swarm: c2 };
  };
}
