import type { CaptionKernel } from '../caption-kernel';

/** Portraits of a lead actor, who is put in by name. */
export const STAR_KERNELS = [
  'S looks straight into the lens',
  'S gazes past the camera, chin raised',
  'S half smiles over a turned shoulder',
  'S fills the frame from brow to chin',
  'S adjusts a cuff and looks up',
  'S leans on a railing in profile',
  'S stands alone against a plain wall, arms crossed',
  'S lowers black glasses',
  'S sits backwards on a chair',
  'S walks towards us, coat open',
  'S rests the chin on one hand',
  'S looks down, lashes shadowing the cheek',
  'S poses in evening dress before a backdrop',
  'S laughs, head thrown back',
  'S stares through a curtain of rain',
  'S lifts the collar, eyes on us',
  'S is caught in a flash of cameras',
  'S in three-quarter view, lit from one side',
] as const satisfies readonly CaptionKernel[];
