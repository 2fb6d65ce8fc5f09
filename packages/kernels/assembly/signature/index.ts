export function signatureBytes(workspace: usize, pixels: usize): void {}
