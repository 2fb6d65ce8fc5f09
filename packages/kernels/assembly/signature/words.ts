/** Words of the levels 1 to `depth` over `channels` letters. */
export function wordCount(channels: i32, depth: i32): i32 {
  let words = 0;
  for (let level = 0; level < depth; level++) words = (words + 1) * channels;
  return words;
}

/** Words of one level. */
export function levelSize(channels: i32, level: i32): i32 {
  let size = 1;
  for (let letter = 0; letter < level; letter++) size *= channels;
  return size;
}
